import i18next, { type TFunction } from 'i18next';
import { strings as managingEnglish } from '../../../web/src/i18n/en-managing.ts';
import { strings as english } from '../../../web/src/i18n/en.ts';
import { strings as managingRussian } from '../../../web/src/i18n/ru-managing.ts';
import { strings as russian } from '../../../web/src/i18n/ru.ts';
import type { Language } from '../../../web/src/i18n/languages.ts';

const dictionaries = {
  ru: { translation: { ...russian, ...managingRussian } },
  en: { translation: { ...english, ...managingEnglish } },
};

/** Puts the pages' texts and numbers into a language. */
export async function speak(language: Language): Promise<TFunction> {
  return i18next.init({ lng: language, resources: dictionaries, interpolation: { escapeValue: false } });
}
