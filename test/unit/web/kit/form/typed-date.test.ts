import { describe, expect, it } from 'vitest';
import { parseTypedDate } from '../../../../../web/src/kit/form/typed-date.ts';

describe('a date that is typed', () => {
  it.each([
    '24.12.2026',
    '24/12/2026',
    '24-12-2026',
    '24 12 2026',
    '24 Dec 2026',
    '24 december 2026',
    '2026-12-24',
    ' 24.12.2026 ',
  ])('is read as people of both languages write it: %s', (text) => {
    expect(parseTypedDate(text)).toBe('2026-12-24');
  });

  it('is read without leading zeros', () => {
    expect(parseTypedDate('5.1.2027')).toBe('2027-01-05');
  });

  it.each(['', '24', '24.12', '24.12.26', '31.02.2027', '29.02.2027', '12.24.2026', '24 Foo 2026', 'завтра'])(
    'is none yet: %s',
    (text) => {
      expect(parseTypedDate(text)).toBeNull();
    },
  );
});
