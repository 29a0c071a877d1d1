import type * as z from 'zod';
import type { Problem } from '../../shared/errors.ts';
import { isAmong } from '../../shared/http/list-condition.ts';
import { moneyOfUnitPrice, unitPriceOf } from '../../shared/money/decimal.ts';
import {
  productOfferingPrice,
  productOfferingPriceInput,
  type productOfferingPriceQuery,
} from './contract/product-offering-price.ts';
import type { EntityKind } from './entity-kind.ts';
import { describedBy, describeEntity } from './entity-resource.ts';
import { describePriceConditions, readPriceConditions } from './price-conditions.ts';
import { type PriceRecord, priceRecordSchema } from './records.ts';

type Input = z.output<typeof productOfferingPriceInput>;

/** Prices: roubles without VAT, per unit. */
export const priceKind: EntityKind<
  PriceRecord,
  Input,
  z.output<typeof productOfferingPrice>,
  z.output<typeof productOfferingPriceQuery>
> = {
  name: 'productOfferingPrice',
  recordSchema: priceRecordSchema,
  inputSchema: productOfferingPriceInput,
  resourceSchema: productOfferingPrice,
  references: () => [],
  compose: (input, { base }) => {
    const { conditions, problems } = readPriceConditions(input.prodSpecCharValueUse ?? []);
    const unitPrice = unitPriceOf(input.price.value);
    return {
      record: {
        ...base,
        ...conditions,
        priceType: input.priceType,
        unitPrice: unitPrice ?? '0',
        ...(input.unitOfMeasure === undefined ? {} : { unitOfMeasure: input.unitOfMeasure }),
      },
      problems: [
        ...problems,
        ...(unitPrice === undefined ? [{ pointer: '/price/value', message: words.sixPlaces }] : []),
        ...problemsOfType(input),
      ],
    };
  },
  inputOf: (record, language) => ({ ...describedBy(record, language), ...describePrice(record) }),
  describe: (record, language) => ({
    ...describeEntity('productOfferingPrice', record, language),
    '@type': 'ProductOfferingPrice',
    ...describePrice(record),
    ...(record.priceType === 'recurring'
      ? { recurringChargePeriodType: 'month' as const, recurringChargePeriodLength: 1 as const }
      : {}),
  }),
  conditions: (query) => isAmong(query.priceType, ({ priceType }: PriceRecord) => [priceType]),
};

function describePrice(record: PriceRecord) {
  return {
    priceType: record.priceType,
    price: moneyOfUnitPrice(record.unitPrice),
    ...(record.unitOfMeasure === undefined ? {} : { unitOfMeasure: record.unitOfMeasure }),
    ...describePriceConditions(record),
  };
}

function problemsOfType({ priceType, unitOfMeasure, ...input }: Input): Problem[] {
  const period = (['recurringChargePeriodType', 'recurringChargePeriodLength'] as const).filter(
    (name) => input[name] !== undefined,
  );
  return [
    ...(priceType === 'recurring'
      ? []
      : period.map((name) => ({ pointer: `/${name}`, message: words.recurringOnly }))),
    ...(priceType === 'usage' && unitOfMeasure === undefined
      ? [{ pointer: '/unitOfMeasure', message: words.usageUnit }]
      : []),
  ];
}

const words = {
  sixPlaces: {
    ru: 'Не больше шести знаков после запятой',
    en: 'Six decimal places at most',
  },
  recurringOnly: {
    ru: 'Период допустим только для recurring',
    en: 'Only a recurring price can have a period',
  },
  usageUnit: {
    ru: 'За что платят: например, {"amount": 60, "units": "s"}',
    en: 'What is paid for, such as {"amount": 60, "units": "s"}',
  },
} as const;
