import i18next, { type TFunction } from 'i18next';
import * as base from '../../../web/src/app/base-texts.ru.ts';
import type { Language } from '../../../web/src/i18n/languages.ts';
import { pageTexts } from '../../page-texts.ts';

/** Puts the pages' texts and numbers into a language. Answers what translates for a namespace, as it does for its pages. */
export async function speak(language: Language, namespace = 'kit'): Promise<TFunction> {
  await i18next.init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'kit',
    fallbackNS: Object.keys(base),
    resources: pageTexts,
    interpolation: { escapeValue: false },
  });
  return i18next.getFixedT(null, namespace);
}
