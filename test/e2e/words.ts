import { type PageTexts, pageTexts } from '../page-texts.ts';

/** The texts of the pages in Russian, by namespace. */
export const ru = pageTexts.ru;

/** The texts of the pages in English, by namespace. */
export const en = pageTexts.en;

/** Something with this text in either language. */
export function inEitherLanguage(choose: (words: PageTexts) => string): RegExp {
  const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^(${literal(choose(ru))}|${literal(choose(en))})`);
}
