import { describe, expect, it } from 'vitest';
import { problemOfPattern } from '../../../../functions/catalog/pattern.ts';

describe('the pattern of a characteristic', () => {
  it.each([
    '\\d{3}',
    'AS\\d{1,10}',
    '[0-9]{4}-[0-9]{2}',
    '\\d{1,3}(\\.\\d{1,3}){3}/\\d{1,2}',
    '[0-9a-fA-F]{1,4}(:[0-9a-fA-F]{1,4}){7}',
    '[А-ЯЁ][а-яё]+',
    'M20|M24',
  ])('accepts %s', (pattern) => {
    expect(problemOfPattern(pattern)).toBeUndefined();
  });

  it.each(['(a+)+', '(a|a)*', '(\\w+\\s?)*', '\\d*\\d*\\d*\\d*x', '(.*a){12}', '(x+x+)+y', '(a?){50}a{50}'])(
    'refuses %s, since it could match slowly',
    (pattern) => {
      expect(problemOfPattern(pattern)?.en).toContain('too slow');
    },
  );

  it.each(['(', '[a', 'a{2,1}', '\\p{Nowhere}'])('refuses the invalid pattern %s', (pattern) => {
    expect(problemOfPattern(pattern)?.en).toContain('Not a regular expression');
  });
});
