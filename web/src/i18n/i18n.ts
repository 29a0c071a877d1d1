import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { currentLanguage, type Language, languages } from './languages.ts';

const storageKey = 'cabinet-language';

/** Texts that are loaded together; beside the cabinet's own, those that only some pages need. */
const loaders = {
  cabinet: { ru: () => import('./ru.ts'), en: () => import('./en.ts') },
  managing: { ru: () => import('./ru-managing.ts'), en: () => import('./en-managing.ts') },
  applying: { ru: () => import('./ru-applying.ts'), en: () => import('./en-applying.ts') },
} as const satisfies Record<string, Record<Language, () => Promise<{ strings: object }>>>;

type TextSet = keyof typeof loaders;

const needed = new Set<TextSet>(['cabinet']);
const loaded = new Set<string>();

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

/** Loads texts that the pages to come need, in the language at hand and in every one that is chosen later. */
export async function needTexts(set: TextSet): Promise<void> {
  needed.add(set);
  await loadTexts(currentLanguage());
}

async function loadTexts(language: Language): Promise<void> {
  await Promise.all(
    [...needed].map(async (set) => {
      const name = `${language} ${set}`;
      if (loaded.has(name)) return;
      const { strings } = await loaders[set][language]();
      i18next.addResourceBundle(language, 'translation', strings, true);
      loaded.add(name);
    }),
  );
}

/** Switches to a language and remembers it. Its strings are only loaded now. */
export async function chooseLanguage(language: Language): Promise<void> {
  await loadTexts(language);
  await i18next.changeLanguage(language);
  localStorage.setItem(storageKey, language);
  document.documentElement.lang = language;
}
