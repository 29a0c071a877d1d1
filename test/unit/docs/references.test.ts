import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { demoPeople } from '../../../infra/demo/people.ts';
import { deadReferences, projectFiles, type Tree } from './references.ts';

const root = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(read('package.json')));
const { paths } = z
  .object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
  .parse(JSON.parse(read('openapi.json')));
const tree: Tree = {
  files: projectFiles(root),
  npmScripts: new Set(Object.keys(scripts)),
  routes: Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  ),
  read,
};

const documents = tree.files.filter((file) => file.endsWith('.md'));
const sources = tree.files.filter(
  // This file has dead references on purpose.
  (file) => /\.(ts|tsx|cjs|mjs)$/.test(file) && !import.meta.filename.endsWith(file),
);

it('looks at every document and at every source file', () => {
  expect(documents).toEqual(expect.arrayContaining(['README.md', 'docs/orders.md', 'docs/adr/README.md']));
  expect(sources.length).toBeGreaterThan(500);
});

it.each(documents)('%s refers to nothing that does not exist', (file) => {
  expect(deadReferences(file, read(file), tree)).toEqual([]);
});

it('no comment refers to a file or a decision that does not exist', () => {
  expect(sources.flatMap((file) => deadReferences(file, read(file), tree))).toEqual([]);
});

it.each([
  ['a link', '[orders](gone.md)', 'gone.md'],
  ['a link to a heading', '[files](applications.md#gone)', 'applications.md#gone'],
  ['a picture', '![home](pictures/gone.png)', 'pictures/gone.png'],
  ['a path', 'See shared/gone.ts.', 'shared/gone.ts.'],
  ['a folder', 'The code is in `shared/gone`.', 'shared/gone'],
  ['a path with a placeholder', '`functions/<capability>/gone.ts`', 'functions/<capability>/gone.ts'],
  ['a file name', '`gone-with-the-wind.ts`', 'gone-with-the-wind.ts'],
  ['a decision', 'as ADR 9999 says', '9999'],
  ['an npm script', 'npm run gone', 'gone'],
  ['a route', '`GET /cabinet/v1/gone/{id}`', 'GET /cabinet/v1/gone/{id}'],
  ['the end of a route', '`PUT …/notice/{id}`', 'PUT …/notice/{id}'],
])('finds %s that is dead in a document', (_, text, reference) => {
  expect(deadReferences('docs/planted.md', `A line.\n${text}\n`, tree)).toEqual([
    { file: 'docs/planted.md', line: 2, reference },
  ]);
});

it.each([
  '[orders](orders.md), [files](applications.md#files), [all](adr/), [top](../README.md), [web](https://example.com)',
  '`functions/<capability>/routes.ts`, `functions/*/routes.ts`, `shared/table/`, shared/text.ts, `routes.ts`',
  'ADR 1, ADR 0001, docs/adr/0001, `npm run check`',
  '`GET /cabinet/v1/notice/{noticeId}`, `PATCH …/notice/{id}`',
  'Create shared/new.ts:\n\n```ts\n// shared/new.ts\nexport const a = 1;\n```',
])('accepts what exists: %s', (text) => {
  expect(deadReferences('docs/planted.md', text, tree)).toEqual([]);
});

it.each([
  ['// See docs/gone.md', 'docs/gone.md'],
  ['/** As docs/adr/9999 says. */', '9999'],
  ['const a = 1; // shared/gone.ts', 'shared/gone.ts'],
])('finds what is dead in a comment: %s', (text, reference) => {
  expect(deadReferences('shared/planted.ts', `const path = 'docs/no-comment.md';\n${text}`, tree)).toEqual([
    { file: 'shared/planted.ts', line: 2, reference },
  ]);
});

it('documents name only logins that the demo has', () => {
  const known = new Set(demoPeople.map(({ login }) => login));
  const named = documents.flatMap(
    (file) => read(file).match(/[\w-]+@(?:severtelecom|volgaline|carrier)\.example/g) ?? [],
  );
  expect(named.length).toBeGreaterThan(2);
  expect(named.filter((login) => !known.has(login))).toEqual([]);
});
