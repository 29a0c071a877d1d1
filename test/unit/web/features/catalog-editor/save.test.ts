import { beforeEach, expect, test } from 'vitest';
import { ApiError } from '../../../../../web/src/api/problem.ts';
import { type Bilingual, textIn } from '../../../../../web/src/kit/form/bilingual.ts';
import { changesOf } from '../../../../../web/src/api/patch.ts';
import { type FormModel, save } from '../../../../../web/src/features/catalog-editor/save.ts';

interface Draft {
  readonly name: Bilingual;
  readonly parentId: string | null;
}
interface Body {
  readonly name: string;
  readonly parentId: string | null;
}

/** A catalogue of one item that notes what is written to it. */
let writes: string[];
let refusal: { readonly on: number; readonly status: number } | undefined;

const write = (what: string, body: object): Promise<{ id: string; version: string }> => {
  writes.push(`${what} ${JSON.stringify(body)}`);
  if (refusal?.on === writes.length) return Promise.reject(new ApiError(refusal.status, { code: 'x' }));
  return Promise.resolve({ id: 'a', version: `"${String(writes.length + 1)}"` });
};

const model: FormModel<Draft, Body> = {
  bodyOf: ({ name, parentId }, language) => ({ name: textIn(name, language), parentId }),
  create: (body, language, key) => write(`create ${language} ${key}`, body),
  change: (id, patch, { language, version }) => write(`change ${id} ${language} ${version ?? ''}`, patch),
};

const standing = { id: 'a', version: '"1"', draft: { name: { ru: 'Канал', en: 'Line' }, parentId: null } };

beforeEach(() => {
  writes = [];
  refusal = undefined;
});

test('a new resource is created in Russian, and its English texts follow', async () => {
  const outcome = await save(
    model,
    undefined,
    { name: { ru: 'Канал', en: 'Line' }, parentId: null },
    'key-1',
  );
  expect(outcome).toEqual({ kind: 'saved', id: 'a' });
  expect(writes).toEqual([
    'create ru key-1 {"name":"Канал","parentId":null}',
    'change a en "2" {"name":"Line"}',
  ]);
});

test('a text without English is the same in both languages, by one write', async () => {
  await save(model, undefined, { name: { ru: 'MPLS', en: ' ' }, parentId: null }, 'key-1');
  expect(writes).toHaveLength(1);
});

test('only what changed is written, in the language that it changed in', async () => {
  await save(model, standing, { name: { ru: 'Канал', en: 'Circuit' }, parentId: null }, 'key-1');
  expect(writes).toEqual(['change a en "1" {"name":"Circuit"}']);
  writes = [];
  await save(model, standing, standing.draft, 'key-1');
  expect(writes).toEqual([]);
});

test('the second write expects the version that the first one made', async () => {
  await save(model, standing, { name: { ru: 'Линия', en: 'Circuit' }, parentId: null }, 'key-1');
  expect(writes).toEqual(['change a ru "1" {"name":"Линия"}', 'change a en "2" {"name":"Circuit"}']);
});

test('a version that a colleague has changed is stale, and nothing more is tried', async () => {
  refusal = { on: 1, status: 412 };
  const outcome = await save(
    model,
    standing,
    { name: { ru: 'Линия', en: 'Circuit' }, parentId: null },
    'key-1',
  );
  expect(outcome).toEqual({ kind: 'stale' });
  expect(writes).toHaveLength(1);
});

test('a refusal has its language and the current version', async () => {
  refusal = { on: 2, status: 400 };
  const outcome = await save(
    model,
    standing,
    { name: { ru: 'Линия', en: 'Circuit' }, parentId: null },
    'key-1',
  );
  expect(outcome).toMatchObject({ kind: 'refused', language: 'en', id: 'a', version: '"2"' });
});

test('a patch has the changed attributes, null for removed ones, and whole lists', () => {
  expect(
    changesOf({ name: 'a', parentId: 'b', list: [1, 2] }, { name: 'a', parentId: null, list: [2] }),
  ).toEqual({
    parentId: null,
    list: [2],
  });
});
