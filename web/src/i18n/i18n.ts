import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Language, languages } from './languages.ts';

const storageKey = 'cabinet-language';

const loaders: Record<Language, () => Promise<{ strings: object }>> = {
  ru: () => import('./ru.ts'),
  en: () => import('./en.ts'),
};

/** The language that was chosen here before; else the browser's where it is ours; else Russian. */
function preferredLanguage(): Language {
  const wishes = [localStorage.getItem(storageKey), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  const [wish] = wishes.flatMap((name) => languages.find((known) => known === name) ?? []);
  return wish ?? 'ru';
}

/** Loads the strings of the preferred language and starts translating. */
export async function startTranslating(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: preferredLanguage(),
    fallbackLng: false,
    interpolation: { escapeValue: false },
    returnNull: false,
    resources: {},
  });
  await chooseLanguage(preferredLanguage());
}

/** Switches to a language and remembers it. Its strings are only loaded now. */
export async function chooseLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation')) {
    const { strings } = await loaders[language]();
    i18next.addResourceBundle(language, 'translation', strings);
  }
  await i18next.changeLanguage(language);
  localStorage.setItem(storageKey, language);
  document.documentElement.lang = language;
}
