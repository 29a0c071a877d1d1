import i18next, { type FlatNamespace } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { TextSources } from './text-types.ts';
import { currentLanguage, type Language, languages } from './languages.ts';

const storageKey = 'cabinet-language';

let sources: TextSources | undefined;
const needed = new Set<string>();
const loaded = new Set<string>();

/** The language chosen in this browser before, otherwise the browser's if supported, otherwise Russian. */
function preferredLanguage(): Language {
  const wishes = [localStorage.getItem(storageKey), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  const [wish] = wishes.flatMap((name) => languages.find((known) => known === name) ?? []);
  return wish ?? 'ru';
}

/** Loads the texts of every page in the preferred language, and starts translating. */
export async function startTranslating(from: TextSources): Promise<void> {
  sources = from;
  const language = preferredLanguage();
  const base = await from.base[language]();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'kit',
    // A page finds the texts of every page without naming their namespace.
    fallbackNS: Object.keys(base),
    interpolation: { escapeValue: false },
    returnNull: false,
    resources: { [language]: { ...base } },
  });
  loaded.add(`${language} base`);
  await chooseLanguage(language);
}

/** Loads texts that the next pages need, in the current language and in any that is chosen later. */
export async function needTexts(namespaces: readonly FlatNamespace[]): Promise<void> {
  for (const namespace of namespaces) needed.add(namespace);
  await loadTexts(currentLanguage());
}

async function loadTexts(language: Language): Promise<void> {
  if (sources === undefined) throw new Error('Texts are loaded before translating has started');
  const { base, lazy } = sources;
  await Promise.all([
    once(`${language} base`, async () => {
      for (const [namespace, texts] of Object.entries(await base[language]()))
        i18next.addResourceBundle(language, namespace, texts);
    }),
    ...[...needed].map((namespace) =>
      once(`${language} ${namespace}`, async () => {
        const source = lazy[namespace];
        if (source === undefined) throw new Error(`There are no texts ${namespace}`);
        i18next.addResourceBundle(language, namespace, (await source[language]()).texts);
      }),
    ),
  ]);
}

async function once(name: string, load: () => Promise<void>): Promise<void> {
  if (loaded.has(name)) return;
  await load();
  loaded.add(name);
}

/** Switches to a language and remembers it. Its texts are only loaded now. */
export async function chooseLanguage(language: Language): Promise<void> {
  await loadTexts(language);
  await i18next.changeLanguage(language);
  localStorage.setItem(storageKey, language);
  document.documentElement.lang = language;
}
