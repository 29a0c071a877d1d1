import * as z from 'zod';
import { oneOf } from '../../../shared/http/list-query.ts';
import { ignored, money, quantity } from '../../../shared/tmf/resource.ts';
import { priceCharacteristicUse, priceCharacteristicUseInput } from './characteristic.ts';
import { entity, entityInput, entityQuery } from './entity.ts';

export const priceTypes = ['oneTime', 'recurring', 'usage'] as const;

/** TMF620 `ProductOfferingPrice`: roubles without VAT, per unit. */
export const productOfferingPrice = z
  .strictObject({
    ...entity,
    '@type': z.literal('ProductOfferingPrice'),
    priceType: z.enum(priceTypes),
    price: money,
    recurringChargePeriodType: z.literal('month').optional(),
    recurringChargePeriodLength: z.literal(1).optional(),
    unitOfMeasure: quantity.optional(),
    prodSpecCharValueUse: z.array(priceCharacteristicUse).optional(),
  })
  .meta({ id: 'ProductOfferingPrice' });

export const productOfferingPriceInput = z
  .strictObject({
    ...entityInput,
    priceType: z.enum(priceTypes),
    price: z.strictObject({ unit: z.literal('RUB'), value: z.number().min(0) }),
    recurringChargePeriodType: z.literal('month').optional(),
    recurringChargePeriodLength: z.literal(1).optional(),
    unitOfMeasure: z
      .strictObject({ amount: z.number().positive(), units: z.string().trim().min(1).max(20) })
      .optional(),
    prodSpecCharValueUse: z.array(priceCharacteristicUseInput).max(10).optional(),
    ...ignored('isBundle'),
  })
  .meta({ id: 'ProductOfferingPriceInput' });

export const productOfferingPriceQuery = z.strictObject({
  ...entityQuery,
  ...oneOf('priceType', priceTypes),
});
