import { strings as english } from '../../web/src/i18n/en.ts';
import { strings as russian } from '../../web/src/i18n/ru.ts';

/** Something with this text in either language. */
export function inEitherLanguage(choose: (words: typeof english) => string): RegExp {
  const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^(${literal(choose(russian))}|${literal(choose(english))})`);
}
