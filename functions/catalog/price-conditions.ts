import type { Problem } from '../../shared/errors.ts';
import type { PublishedPrice } from '../../shared/offering/offering-record.ts';
import type { PriceCharacteristicUse, PriceCharacteristicUseInput } from './contract/characteristic.ts';

type Conditions = Pick<PublishedPrice, 'appliesTo' | 'multipliedBy'>;

/** Reads the characteristics a price depends on: those with a value are conditions, one without is the multiplier. */
export function readPriceConditions(uses: readonly PriceCharacteristicUseInput[]): {
  readonly conditions: Conditions;
  readonly problems: readonly Problem[];
} {
  const read = uses.map(({ name, productSpecCharacteristicValue = [] }, index) => ({
    name,
    value: productSpecCharacteristicValue[0]?.value,
    pointer: `/prodSpecCharValueUse/${index}`,
  }));
  const multipliers = read.filter(({ value }) => value === undefined);
  const names = read.map(({ name }) => name);
  return {
    conditions: {
      appliesTo: read.flatMap(({ name, value }) => (value === undefined ? [] : [{ name, value }])),
      multipliedBy: multipliers[0]?.name,
    },
    problems: [
      ...multipliers.slice(1).map(({ pointer }) => ({ pointer, message: words.oneMultiplier })),
      ...read.flatMap(({ name, pointer }, index) =>
        names.indexOf(name) === index ? [] : [{ pointer: `${pointer}/name`, message: words.repeated }],
      ),
    ],
  };
}

/** Writes them as create input. */
export function describePriceConditions({ appliesTo, multipliedBy }: Conditions): {
  prodSpecCharValueUse?: PriceCharacteristicUse[];
} {
  const uses = [
    ...appliesTo.map(({ name, value }) => ({ name, productSpecCharacteristicValue: [{ value }] })),
    ...(multipliedBy === undefined ? [] : [{ name: multipliedBy }]),
  ];
  return uses.length === 0 ? {} : { prodSpecCharValueUse: uses };
}

const words = {
  oneMultiplier: {
    ru: 'Без значения (productSpecCharacteristicValue) может быть только одна характеристика: та, на которую умножается цена',
    en: 'Only one characteristic can omit productSpecCharacteristicValue: the one that multiplies the price',
  },
  repeated: { ru: 'Характеристика указана дважды', en: 'This characteristic is listed twice' },
} as const;
