import { describe, expect, it } from 'vitest';
import { valueAddedTaxOn, withValueAddedTax } from '../../../../shared/money/value-added-tax.ts';

describe('value added tax', () => {
  it.each([
    ['2018-12-31T20:59:59Z', 18],
    ['2018-12-31T21:00:00Z', 20],
    ['2025-12-31T20:59:59Z', 20],
    ['2025-12-31T21:00:00Z', 22],
    ['2026-11-22T12:00:00Z', 22],
  ])('at %s is %i %%: the day is the one in Moscow', (moment, percent) => {
    expect(valueAddedTaxOn(new Date(moment))).toBe(percent);
  });

  it('is rounded half up', () => {
    const moment = new Date('2026-06-01T00:00:00Z');
    expect(withValueAddedTax(100, moment)).toBe(122);
    expect(withValueAddedTax(25, moment)).toBe(31);
    expect(withValueAddedTax(0, moment)).toBe(0);
  });

  it('is not guessed for days before the table', () => {
    expect(() => valueAddedTaxOn(new Date('2000-01-01T00:00:00Z'))).toThrow(RangeError);
  });
});
