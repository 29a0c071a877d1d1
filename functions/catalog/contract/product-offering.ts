import * as z from 'zod';
import { flag, texts } from '../../../shared/http/list-query.ts';
import { ignored, money, quantity } from '../../../shared/tmf/resource.ts';
import { characteristicUse, characteristicUseInput, priceCharacteristicUse } from './characteristic.ts';
import { entity, entityInput, entityQuery, entityReference, entityReferenceInput } from './entity.ts';
import { priceTypes } from './product-offering-price.ts';

/** A price as copied when the offering was published; `version` is the price's version then. */
const publishedPrice = z
  .strictObject({
    ...entityReference.shape,
    '@type': z.literal('CabinetProductOfferingPriceRefOrValue'),
    '@baseType': z.literal('ProductOfferingPriceRefOrValue'),
    name: z.string(),
    version: z.string(),
    priceType: z.enum(priceTypes),
    recurringChargePeriod: z.literal('month').optional(),
    recurringChargePeriodLength: z.literal(1).optional(),
    /** Roubles without VAT, per unit. */
    price: z.strictObject({ dutyFreeAmount: money }),
    unitOfMeasure: quantity.optional(),
    prodSpecCharValueUse: z.array(priceCharacteristicUse).optional(),
  })
  .meta({ id: 'ProductOfferingPriceRefOrValue' });

/** TMF620 `ProductOffering`: what can be ordered, on which terms and at which prices. */
export const productOffering = z
  .strictObject({
    ...entity,
    '@type': z.literal('CabinetProductOffering'),
    '@baseType': z.literal('ProductOffering'),
    isSellable: z.boolean(),
    category: z.array(entityReference),
    productSpecification: entityReference.extend({ name: z.string(), version: z.string() }),
    prodSpecCharValueUse: z.array(characteristicUse),
    productOfferingPrice: z.array(publishedPrice),
    deliveryWorkingDays: z.int(),
    placeRequired: z.boolean(),
  })
  .meta({ id: 'ProductOffering' });

const priceReferenceInput = entityReferenceInput.extend(
  ignored(
    'description',
    'priceType',
    'recurringChargePeriod',
    'recurringChargePeriodLength',
    'price',
    'unitOfMeasure',
    'prodSpecCharValueUse',
  ),
);

export const productOfferingInput = z
  .strictObject({
    ...entityInput,
    isSellable: z.boolean().optional(),
    category: z.array(entityReferenceInput).max(10).optional(),
    productSpecification: entityReferenceInput,
    prodSpecCharValueUse: z.array(characteristicUseInput).max(40).optional(),
    productOfferingPrice: z.array(priceReferenceInput).max(40).optional(),
    deliveryWorkingDays: z.int().min(1).max(250),
    placeRequired: z.boolean().optional(),
    ...ignored('isBundle'),
  })
  .meta({ id: 'ProductOfferingInput' });

export const productOfferingQuery = z.strictObject({
  ...entityQuery,
  ...texts('categoryId'),
  ...texts('productSpecificationId'),
  ...flag('isSellable'),
});
