import type * as z from 'zod';
import { isAmong } from '../../shared/http/list-condition.ts';
import { moneyOfUnitPrice } from '../../shared/money/decimal.ts';
import type { PublishedPrice } from '../../shared/offering/offering-record.ts';
import type { Language } from '../../shared/text.ts';
import { describeUse } from './characteristic-definition.ts';
import {
  productOffering,
  productOfferingInput,
  type productOfferingQuery,
} from './contract/product-offering.ts';
import type { EntityKind } from './entity-kind.ts';
import { describedBy, describeEntity, describeReference } from './entity-resource.ts';
import { isSo } from './filter.ts';
import { describeUses, narrow, readUses } from './narrowing.ts';
import { describePriceConditions } from './price-conditions.ts';
import { problemsOfPrices } from './price-rules.ts';
import { type OfferingRecord, offeringRecordSchema, type PriceRecord } from './records.ts';

type Resource = z.output<typeof productOffering>;

/**
 * Offerings: creating or changing one publishes it, which copies the specification's characteristics and the
 * prices as they are now (docs/adr/0003).
 */
export const offeringKind: EntityKind<
  OfferingRecord,
  z.output<typeof productOfferingInput>,
  Resource,
  z.output<typeof productOfferingQuery>
> = {
  name: 'productOffering',
  recordSchema: offeringRecordSchema,
  inputSchema: productOfferingInput,
  resourceSchema: productOffering,
  references: ({ productSpecification, category = [], productOfferingPrice = [] }) => [
    { kind: 'productSpecification', id: productSpecification.id, pointer: '/productSpecification/id' },
    ...category.map(({ id }, index) => ({ kind: 'category' as const, id, pointer: `/category/${index}/id` })),
    ...productOfferingPrice.map(({ id }, index) => ({
      kind: 'productOfferingPrice' as const,
      id,
      pointer: `/productOfferingPrice/${index}/id`,
    })),
  ],
  compose: (input, { base, referred }) => {
    const specification = referred.specification(input.productSpecification.id);
    const { uses, problems } = readUses(input.prodSpecCharValueUse ?? []);
    const narrowed = narrow(specification.characteristics, uses);
    const prices = (input.productOfferingPrice ?? []).map(({ id }) => publishPrice(referred.price(id)));
    return {
      record: {
        ...base,
        isSellable: input.isSellable ?? true,
        categoryIds: (input.category ?? []).map(({ id }) => id),
        specification: {
          id: specification.id,
          version: String(specification.version),
          name: specification.name,
        },
        characteristics: narrowed.characteristics,
        characteristicUses: [...uses],
        prices,
        deliveryWorkingDays: input.deliveryWorkingDays,
        placeRequired: input.placeRequired ?? false,
      },
      problems: [...problems, ...narrowed.problems, ...problemsOfPrices(narrowed.characteristics, prices)],
    };
  },
  inputOf: (record, language) => ({
    ...describedBy(record, language),
    isSellable: record.isSellable,
    category: record.categoryIds.map((id) => ({ id })),
    productSpecification: { id: record.specification.id },
    prodSpecCharValueUse: describeUses(record.characteristicUses),
    productOfferingPrice: record.prices.map(({ id }) => ({ id })),
    deliveryWorkingDays: record.deliveryWorkingDays,
    placeRequired: record.placeRequired,
  }),
  describe: (record, language) => ({
    ...describeEntity('productOffering', record, language),
    '@type': 'CabinetProductOffering',
    '@baseType': 'ProductOffering',
    isSellable: record.isSellable,
    category: record.categoryIds.map((id) => describeReference('category', id)),
    productSpecification: {
      ...describeReference('productSpecification', record.specification.id),
      name: record.specification.name[language],
      version: record.specification.version,
    },
    prodSpecCharValueUse: record.characteristics.map((definition) => describeUse(definition, language)),
    productOfferingPrice: record.prices.map((price) => describePublishedPrice(price, language)),
    deliveryWorkingDays: record.deliveryWorkingDays,
    placeRequired: record.placeRequired,
  }),
  conditions: (query) => [
    ...isAmong(query.categoryId, ({ categoryIds }: OfferingRecord) => categoryIds),
    ...isAmong(query.productSpecificationId, ({ specification }: OfferingRecord) => [specification.id]),
    ...isSo(query.isSellable, ({ isSellable }: OfferingRecord) => isSellable),
  ],
};

/** A price as an offering copies it. */
export function publishPrice({ id, name, version, ...price }: PriceRecord): PublishedPrice {
  const { priceType, unitPrice, unitOfMeasure, multipliedBy, appliesTo } = price;
  return { id, name, version: String(version), priceType, unitPrice, unitOfMeasure, multipliedBy, appliesTo };
}

function describePublishedPrice(
  price: PublishedPrice,
  language: Language,
): Resource['productOfferingPrice'][number] {
  return {
    ...describeReference('productOfferingPrice', price.id),
    '@type': 'CabinetProductOfferingPriceRefOrValue',
    '@baseType': 'ProductOfferingPriceRefOrValue',
    name: price.name[language],
    version: price.version,
    priceType: price.priceType,
    ...(price.priceType === 'recurring'
      ? { recurringChargePeriod: 'month' as const, recurringChargePeriodLength: 1 as const }
      : {}),
    price: { dutyFreeAmount: moneyOfUnitPrice(price.unitPrice) },
    ...(price.unitOfMeasure === undefined ? {} : { unitOfMeasure: price.unitOfMeasure }),
    ...describePriceConditions(price),
  };
}
