import { describe, expect, it } from 'vitest';
import { problemsOfPrices } from '../../../../functions/catalog/price-rules.ts';
import {
  characteristicDefinitionSchema,
  publishedPriceSchema,
} from '../../../../shared/offering/offering-record.ts';

const text = { ru: 'Т', en: 'T' };

const definition = (parts: object) =>
  characteristicDefinitionSchema.parse({
    label: text,
    description: text,
    valueType: 'integer',
    mandatory: true,
    configurable: true,
    ...parts,
  });

const characteristics = [
  definition({ name: 'bandwidth', unit: 'Mbit/s', from: 1, to: 1000 }),
  definition({ name: 'burst', unit: 'Mbit/s', mandatory: false }),
  definition({ name: 'latency', unit: 'ms', valueType: 'number' }),
  definition({
    name: 'protection',
    valueType: 'string',
    choices: [{ value: 'none', label: text, isDefault: true }],
  }),
];

const messages = (parts: object) =>
  problemsOfPrices(characteristics, [
    publishedPriceSchema.parse({
      id: 'p',
      version: '1',
      name: text,
      priceType: 'recurring',
      unitPrice: '1',
      ...parts,
    }),
  ]).map(({ message }) => message.en);

describe('a price of an offering', () => {
  it.each([
    [{}],
    [{ multipliedBy: 'bandwidth', unitOfMeasure: { amount: 1, units: 'Mbit/s' } }],
    [{ multipliedBy: 'burst', unitOfMeasure: { amount: 10, units: 'Mbit/s' } }],
    [{ appliesTo: [{ name: 'protection', value: 'none' }] }],
    [{ appliesTo: [{ name: 'bandwidth', value: 1000 }] }],
  ])('fits: %j', (parts) => {
    expect(messages(parts)).toEqual([]);
  });

  it.each([
    [
      'a condition on what is not there',
      { appliesTo: [{ name: 'colour', value: 'red' }] },
      'not in the specification',
    ],
    [
      'a condition that cannot come true',
      { appliesTo: [{ name: 'protection', value: 'ring' }] },
      'One of: none',
    ],
    ['a value out of range', { appliesTo: [{ name: 'bandwidth', value: 2000 }] }, 'At most 1000'],
    ['a multiplier that is not there', { multipliedBy: 'colour' }, 'not in the specification'],
    [
      'a multiplier in another unit',
      { multipliedBy: 'bandwidth', unitOfMeasure: { amount: 1, units: 'E1' } },
      'Mbit/s',
    ],
    [
      'a multiplier that is no whole number',
      { multipliedBy: 'latency', unitOfMeasure: { amount: 1, units: 'ms' } },
      'whole number',
    ],
    [
      'a multiplied price for usage',
      { priceType: 'usage', multipliedBy: 'bandwidth', unitOfMeasure: { amount: 1, units: 'Mbit/s' } },
      'a usage price cannot be multiplied',
    ],
  ])('is refused for %s', (_name, parts, words) => {
    expect(messages(parts)).toEqual([expect.stringContaining(words)]);
  });
});
