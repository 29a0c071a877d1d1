import { isSafePattern } from 'redos-detector';
import { anchored } from '../../shared/offering/characteristic-value.ts';
import type { Text } from '../../shared/text.ts';

/**
 * Maximum number of ways in which one text may match. Orders run a pattern over every value that an operator types,
 * so its worst-case cost has to be known beforehand (docs/adr/0033).
 */
const maxMatches = 200;

/** Limits of the detector's search: counted, not timed, so that the result is the same on every machine. */
const maxSteps = 500;

/** Validates a pattern: it must be valid, and must not take too long to match. */
export function problemOfPattern(pattern: string): Text | undefined {
  try {
    anchored(pattern);
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
    // What the detector cannot parse, such as a named group, is refused as well.
    return false;
  }
}

const slow: Text = {
  ru: 'Шаблон может сработать слишком медленно: один и тот же текст подходит к нескольким его частям. Сделайте части взаимоисключающими',
  en: 'This pattern can be too slow: the same text matches several of its parts. Make the parts mutually exclusive',
};
