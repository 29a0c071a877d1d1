import { isSafePattern } from 'redos-detector';
import { wholeOf } from '../../shared/offering/characteristic-value.ts';
import type { Text } from '../../shared/text.ts';

/**
 * Ways in which one text may match, at most. Orders run a pattern over every value that an operator types, so the
 * work that it can make has to be known beforehand (docs/adr/0033).
 */
const maxMatches = 200;

/** How far the detector looks for them: counted, not timed, so that the answer is the same on every machine. */
const maxSteps = 500;

/** Says what is wrong with a pattern: it is none, or a text could keep it busy for long. */
export function problemOfPattern(pattern: string): Text | undefined {
  try {
    wholeOf(pattern);
  } catch {
    return { ru: 'Это не регулярное выражение ECMAScript', en: 'Not a regular expression of ECMAScript' };
  }
  return isBounded(pattern) ? undefined : slow;
}

function isBounded(pattern: string): boolean {
  try {
    return isSafePattern(`^(?:${pattern})$`, { unicode: true, maxScore: maxMatches, maxSteps: maxSteps })
      .safe;
  } catch {
    // What the detector cannot read, such as a named group, it cannot vouch for either.
    return false;
  }
}

const slow: Text = {
  ru: 'Такой образец можно надолго занять: одно место текста подходит к нескольким его частям. Сделайте части различимыми',
  en: 'A text could keep this pattern busy: one place of it fits several parts. Make the parts distinct',
};
