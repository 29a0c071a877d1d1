import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moneyOfUnitPrice, unitPriceOf } from '../../../../shared/money/decimal.ts';

describe('a unit price on the wire', () => {
  it('comes back as it was written, to the sixth place', () => {
    const micros = fc.integer({ min: 0, max: 1_000_000_000_000 });
    fc.assert(
      fc.property(micros, (amount) => {
        const written = `${Math.floor(amount / 1_000_000)}.${String(amount % 1_000_000).padStart(6, '0')}`;
        const shortest = written.replace(/\.?0+$/, '');
        expect(unitPriceOf(moneyOfUnitPrice(written).value)).toBe(shortest);
      }),
    );
  });

  it.each([-1, 0.0000001, 1e21, Number.NaN, Number.POSITIVE_INFINITY])('is never %d', (roubles) => {
    expect(unitPriceOf(roubles)).toBeUndefined();
  });
});
