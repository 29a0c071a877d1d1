import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import * as baseTexts from '../../../web/src/app/base-texts.ru.ts';
import { pageTexts } from '../../page-texts.ts';
import { readPagesSource } from './pages-source.ts';

type Tree = string | { readonly [key: string]: Tree };

/** Every text with the key that asks for it: `shell:nav.home`. */
function flatten(tree: Tree, path = ''): [key: string, text: string][] {
  if (typeof tree === 'string') return [[path, tree]];
  return Object.entries(tree).flatMap(([key, branch]) =>
    flatten(branch, path === '' ? `${key}:` : path.endsWith(':') ? path + key : `${path}.${key}`),
  );
}

const PLURAL = /_(?:zero|one|two|few|many|other)$/;
const dictionaries = {
  ru: new Map(flatten(pageTexts.ru)),
  en: new Map(flatten(pageTexts.en)),
};
/** Namespaces that every page finds texts in. */
const base = Object.keys(baseTexts);
const languages = ['ru', 'en'] as const;
/** What `t` is asked for: forms of one plural are one key. */
const knownKeys = new Set([...dictionaries.ru.keys()].map((key) => key.replace(PLURAL, '')));
const source = readPagesSource();

interface Asker {
  readonly namespaces: ReadonlySet<string>;
}

/** The keys that a text in the source may stand for: with a namespace, or in those that its file translates with. */
function keysOf(text: string, { namespaces }: Asker): string[] {
  return text.includes(':') ? [text] : [...namespaces, ...base].map((namespace) => `${namespace}:${text}`);
}

/** Whether a template of a file may stand for a key. */
function mayMean(pattern: RegExp, { namespaces }: Asker, key: string): boolean {
  const [namespace = '', path = ''] = key.split(':');
  return (pattern.test(path) && (namespaces.has(namespace) || base.includes(namespace))) || pattern.test(key);
}

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
  expect(source.keys.filter((asked) => !keysOf(asked.text, asked).some((key) => knownKeys.has(key)))).toEqual(
    [],
  );
  const unmatched = source.patterns.filter(
    (asked) => ![...knownKeys].some((key) => mayMean(asked.pattern, asked, key)),
  );
  expect(unmatched).toEqual([]);
});

test('every key is asked for by some page', () => {
  const written = new Set(source.literals.flatMap((literal) => keysOf(literal.text, literal)));
  const unused = [...knownKeys].filter(
    (key) => !written.has(key) && !source.patterns.some((asked) => mayMean(asked.pattern, asked, key)),
  );
  expect(unused).toEqual([]);
});

test('no text hides one that every page uses', () => {
  const paths = [...knownKeys].map((key) => key.split(':') as [namespace: string, path: string]);
  const inBase = paths.filter(([namespace]) => base.includes(namespace));
  const clashes = inBase.filter(([namespace, path]) =>
    paths.some(([other, its]) => other !== namespace && its === path),
  );
  expect(clashes).toEqual([]);
});

test('every file of texts is a namespace', () => {
  const directory = fileURLToPath(new URL('../../../web/src', import.meta.url));
  for (const language of languages)
    expect(globSync(`**/texts.${language}.ts`, { cwd: directory })).toHaveLength(
      Object.keys(pageTexts[language]).length,
    );
});

test('no page says anything that is not in the dictionary', () => {
  expect(source.literals.filter(({ text }) => /[а-яё]/i.test(text))).toEqual([]);
  expect(source.writtenOut.filter(({ text }) => /\p{L}/u.test(text))).toEqual([]);
});

test('the source is read', () => {
  expect(source.keys.length).toBeGreaterThan(50);
  expect(source.patterns.length).toBeGreaterThan(3);
});
