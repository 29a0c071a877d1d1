import { describe, expect, test } from 'vitest';
import { strings as applyingEnglish } from '../../../web/src/i18n/en-applying.ts';
import { strings as managingEnglish } from '../../../web/src/i18n/en-managing.ts';
import { strings as english } from '../../../web/src/i18n/en.ts';
import { strings as applyingRussian } from '../../../web/src/i18n/ru-applying.ts';
import { strings as managingRussian } from '../../../web/src/i18n/ru-managing.ts';
import { strings as russian } from '../../../web/src/i18n/ru.ts';
import { readPagesSource } from './pages-source.ts';

type Tree = string | { readonly [key: string]: Tree };

/** Every text with the path that asks for it: `nav.home`. */
function flatten(tree: Tree, path = ''): [key: string, text: string][] {
  if (typeof tree === 'string') return [[path, tree]];
  return Object.entries(tree).flatMap(([key, branch]) =>
    flatten(branch, path === '' ? key : `${path}.${key}`),
  );
}

const PLURAL = /_(?:zero|one|two|few|many|other)$/;
const dictionaries = {
  ru: new Map(flatten({ ...russian, ...applyingRussian, ...managingRussian })),
  en: new Map(flatten({ ...english, ...applyingEnglish, ...managingEnglish })),
};
const languages = ['ru', 'en'] as const;
/** What `t` is asked for: forms of one plural are one key. */
const knownKeys = new Set([...dictionaries.ru.keys()].map((key) => key.replace(PLURAL, '')));
const source = readPagesSource();

describe.each(languages)('in %s', (language) => {
  const texts = dictionaries[language];

  test('no text is empty', () => {
    expect([...texts].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test('every number has its form', () => {
    const counted = new Set(
      [...texts.keys()].filter((key) => PLURAL.test(key)).map((key) => key.replace(PLURAL, '')),
    );
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const wanted = [...counted].flatMap((key) => forms.map((form) => `${key}_${form}`));
    expect(wanted.filter((key) => !texts.has(key))).toEqual([]);
  });
});

test('both languages have the same keys and put the same values in', () => {
  const valuesOf = (text: string): string[] => (text.match(/\{\{\w+/g) ?? []).sort();
  const outline = (texts: ReadonlyMap<string, string>): object =>
    Object.fromEntries([...texts].map(([key, text]) => [key, valuesOf(text)]));
  expect(outline(dictionaries.en)).toEqual(outline(dictionaries.ru));
});

test('the English texts are not Russian, nor the Russian ones English', () => {
  const cyrillic = /[а-яё]/i;
  expect([...dictionaries.en].filter(([, text]) => cyrillic.test(text))).toEqual([]);
  const wordless = [...dictionaries.ru].filter(
    ([, text]) => !cyrillic.test(text.replaceAll(/\{\{.*?\}\}/g, '')),
  );
  expect(wordless.filter(([, text]) => /[a-z]{2}/i.test(text.replaceAll(/\{\{.*?\}\}/g, '')))).toEqual([]);
});

test('every key that a page asks for exists', () => {
  expect(source.keys.filter(({ text }) => !knownKeys.has(text))).toEqual([]);
  const unmatched = source.patterns.filter(({ pattern }) => ![...knownKeys].some((key) => pattern.test(key)));
  expect(unmatched).toEqual([]);
});

test('every key is asked for by some page', () => {
  const written = new Set(source.literals.map(({ text }) => text));
  const unused = [...knownKeys].filter(
    (key) => !written.has(key) && !source.patterns.some(({ pattern }) => pattern.test(key)),
  );
  expect(unused).toEqual([]);
});

test('no page says anything that is not in the dictionary', () => {
  expect(source.literals.filter(({ text }) => /[а-яё]/i.test(text))).toEqual([]);
  expect(source.writtenOut.filter(({ text }) => /\p{L}/u.test(text))).toEqual([]);
});

test('the source is read at all', () => {
  expect(source.keys.length).toBeGreaterThan(50);
  expect(source.patterns.length).toBeGreaterThan(3);
});
