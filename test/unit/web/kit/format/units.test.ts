import { describe, expect, it } from 'vitest';
import { amountInWords, pricedUnitInWords, unitInWords } from '../../../../../web/src/kit/format/units.ts';
import { speak } from '../../speak.ts';

/** A number does not part from its unit, nor its thousands from each other. */
const plain = (text: string): string => text.replaceAll(/\s/g, ' ');

describe('an amount in a unit', () => {
  it('is written in Russian, in the form that goes with the number', async () => {
    await speak('ru');
    expect(plain(amountInWords(20000, 'Mbit/s'))).toBe('20 000 Мбит/с');
    expect([1, 24, 30].map((count) => plain(amountInWords(count, 'session')))).toEqual([
      '1 сеанс',
      '24 сеанса',
      '30 сеансов',
    ]);
  });

  it('is written in English', async () => {
    await speak('en');
    expect([1, 12].map((count) => plain(amountInWords(count, 'month')))).toEqual(['1 month', '12 months']);
  });

  it('keeps a unit without a text, and formats a number without a unit', async () => {
    await speak('ru');
    expect(unitInWords('parsec', 3)).toBe('parsec');
    expect(unitInWords('toString', 3)).toBe('toString');
    expect(amountInWords(3, undefined)).toBe('3');
  });

  it('is read out of what a price is for', async () => {
    await speak('ru');
    expect(plain(pricedUnitInWords('100 W'))).toBe('100 Вт');
    expect(plain(pricedUnitInWords('0.5 km'))).toBe('0,5 км');
    expect(pricedUnitInWords('W')).toBe('W');
  });
});
