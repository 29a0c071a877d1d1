import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreePrices } from '../../../../functions/orders/pricing.ts';
import { presentTotals } from '../../../../functions/orders/present-totals.ts';
import { presentPrices } from '../../../../shared/product/price-resource.ts';
import { publishedPriceSchema } from '../../../../shared/offering/offering-record.ts';

const text = { ru: 'Цена', en: 'Price' };
const price = (parts: object) =>
  publishedPriceSchema.parse({
    id: 'p',
    version: '1.0',
    name: text,
    priceType: 'recurring',
    unitPrice: '100',
    ...parts,
  });
const agree = (prices: ReturnType<typeof price>[], values: Record<string, string | number | boolean> = {}) =>
  agreePrices(
    { prices },
    Object.entries(values).map(([name, value]) => ({ name, value })),
    'add',
  );
const kopecksOf = (...parameters: Parameters<typeof agree>) =>
  agree(...parameters).map(({ kopecks }) => kopecks);

describe('the price of an item', () => {
  it('is multiplied by its characteristic, and rounded once', () => {
    const monthly = price({ unitPrice: '0.333333', multipliedBy: 'bandwidth' });
    expect(kopecksOf([monthly], { bandwidth: 3 })).toEqual([100]);
    expect(kopecksOf([monthly], { bandwidth: 1 })).toEqual([33]);
  });

  it('rounds up to a whole unit', () => {
    const tens = price({ multipliedBy: 'bandwidth', unitOfMeasure: { amount: 10, units: 'Mbit/s' } });
    expect(kopecksOf([tens], { bandwidth: 25 })).toEqual([30_000]);
    expect(kopecksOf([tens], { bandwidth: 30 })).toEqual([30_000]);
  });

  it('applies only if all of its conditions are met', () => {
    const conditional = price({
      appliesTo: [
        { name: 'port', value: '100GE' },
        { name: 'protected', value: true },
      ],
    });
    expect(kopecksOf([conditional], { port: '100GE', protected: true })).toEqual([10_000]);
    expect(kopecksOf([conditional], { port: '100GE', protected: false })).toEqual([]);
    expect(kopecksOf([conditional], { port: '100GE' })).toEqual([]);
  });

  it('is omitted if its multiplier is missing', () => {
    expect(kopecksOf([price({ multipliedBy: 'addresses' })])).toEqual([]);
  });

  it('is paid once for connecting, and not again for changing', () => {
    const prices = [
      price({ priceType: 'oneTime' }),
      price({ priceType: 'recurring' }),
      price({ priceType: 'usage' }),
    ];
    const kinds = (action: 'add' | 'modify') =>
      agreePrices({ prices }, [], action).map(({ priceType }) => priceType);
    expect(kinds('add')).toEqual(['oneTime', 'recurring', 'usage']);
    expect(kinds('modify')).toEqual(['recurring', 'usage']);
  });
});

describe('prices as they are shown', () => {
  it('include the tax rate of the day', () => {
    const agreed = agree([price({ unitPrice: '1000' })]);
    const on = (day: string) => presentPrices(agreed, 'en', new Date(day))[0]?.price;
    expect(on('2025-12-31T12:00:00+03:00')).toMatchObject({
      taxRate: 20,
      taxIncludedAmount: { value: 1200 },
    });
    expect(on('2026-01-01T00:00:00+03:00')).toMatchObject({
      taxRate: 22,
      taxIncludedAmount: { value: 1220 },
    });
  });

  it('of usage are shown per unit, with all decimals', () => {
    const [shown] = presentPrices(
      agree([price({ priceType: 'usage', unitPrice: '0.000001' })]),
      'en',
      new Date(),
    );
    expect(shown?.price).toEqual({ dutyFreeAmount: { unit: 'RUB', value: 0.000001 }, taxRate: 22 });
  });

  it('add up, with and without tax', () => {
    const kopecks = fc.array(fc.integer({ min: 0, max: 10 ** 9 }), { minLength: 1, maxLength: 20 });
    const day = new Date('2026-11-23T09:00:00Z');
    fc.assert(
      fc.property(kopecks, (amounts) => {
        const agreed = amounts.flatMap((amount) =>
          agree([
            price({ unitPrice: `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}` }),
          ]),
        );
        const [total] = presentTotals(agreed, day);
        const sum = (name: 'dutyFreeAmount' | 'taxIncludedAmount') =>
          presentPrices(agreed, 'ru', day).reduce(
            (whole, shown) => whole + Math.round((shown.price[name]?.value ?? 0) * 100),
            0,
          );
        expect(Math.round((total?.price.dutyFreeAmount.value ?? 0) * 100)).toBe(sum('dutyFreeAmount'));
        expect(Math.round((total?.price.taxIncludedAmount?.value ?? 0) * 100)).toBe(sum('taxIncludedAmount'));
      }),
    );
  });

  it('exclude usage from the totals, since it is not known in advance', () => {
    expect(presentTotals(agree([price({ priceType: 'usage' })]), new Date())).toEqual([]);
  });
});
