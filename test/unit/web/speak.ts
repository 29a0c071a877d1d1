import i18next, { type TFunction } from 'i18next';
import { strings as english } from '../../../web/src/i18n/en.ts';
import { strings as russian } from '../../../web/src/i18n/ru.ts';
import type { Language } from '../../../web/src/i18n/languages.ts';

const dictionaries = { ru: { translation: russian }, en: { translation: english } };

/** Puts the pages' texts and numbers into a language. */
export async function speak(language: Language): Promise<TFunction> {
  return i18next.init({ lng: language, resources: dictionaries, interpolation: { escapeValue: false } });
}
