import type { Language } from '../../i18n/languages.ts';

/** A text in both languages, as it is being edited. */
export type Bilingual = Readonly<Record<Language, string>>;

export const blank: Bilingual = { ru: '', en: '' };

/** A text in one language; a missing one is the same as in the other language, as in the catalogue. */
export function textIn(text: Bilingual, language: Language): string {
  const wanted = text[language].trim();
  return wanted === '' ? text[language === 'ru' ? 'en' : 'ru'].trim() : wanted;
}
