import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moneyOf, priceOf } from '../../../../shared/money/decimal.ts';

describe('priceOf', () => {
  it.each([
    ['1250', 1, 125_000],
    ['0.1', 3, 30],
    ['0.005', 1, 1],
    ['0.004999', 1, 0],
    ['0.333333', 3, 100],
    ['99999999999.999999', 1, 10_000_000_000_000],
    ['12.345678', 1000, 1_234_568],
  ])('%s × %i is %i kopecks', (unitPrice, quantity, kopecks) => {
    expect(priceOf(unitPrice, quantity)).toBe(kopecks);
  });

  it('never differs from exact arithmetic by more than half a kopeck', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(999_999), fc.nat(10_000), (roubles, micros, quantity) => {
        const exact = (BigInt(roubles) * 1_000_000n + BigInt(micros)) * BigInt(quantity);
        const unitPrice = `${String(roubles)}.${String(micros).padStart(6, '0')}`;
        const difference = BigInt(priceOf(unitPrice, quantity)) * 10_000n - exact;
        expect(difference <= 5000n && difference > -5000n).toBe(true);
      }),
    );
  });

  it.each(['', '-1', '1,5', '1e3', '1.2345678', 'NaN'])('refuses %j', (unitPrice) => {
    expect(() => priceOf(unitPrice, 1)).toThrow();
  });
});

describe('moneyOf', () => {
  it('is roubles on the wire', () => {
    expect(moneyOf(123_456)).toEqual({ unit: 'RUB', value: 1234.56 });
  });
});
