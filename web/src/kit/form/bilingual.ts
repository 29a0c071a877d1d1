import type { Language } from '../../i18n/languages.ts';

/** A text in both languages, as it is being edited. */
export type Bilingual = Readonly<Record<Language, string>>;

export const blank: Bilingual = { ru: '', en: '' };

/** A text in one language; one that was left out is the same as in the other, as the catalogue has it too. */
export function textIn(text: Bilingual, language: Language): string {
  const wanted = text[language].trim();
  return wanted === '' ? text[language === 'ru' ? 'en' : 'ru'].trim() : wanted;
}
