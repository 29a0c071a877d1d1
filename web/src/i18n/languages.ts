import i18next from 'i18next';

/** Languages of the pages; each has its strings in a file of its name. */
export const languages = ['ru', 'en'] as const;
export type Language = (typeof languages)[number];

/** The current language. */
export function currentLanguage(): Language {
  return languages.find((language) => language === i18next.language) ?? 'ru';
}
