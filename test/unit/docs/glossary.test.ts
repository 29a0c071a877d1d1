import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectFiles } from './references.ts';

const root = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

it('names only identifiers that the code or the API has', () => {
  const code = projectFiles(root)
    .filter((file) => /^(functions|shared|web\/src)\/.*\.tsx?$/.test(file))
    .map(read)
    .join('\n');
  const identifiers = [...read('docs/glossary.md').matchAll(/`([\w-]+)`/g)].map(([, name = '']) => name);
  expect(identifiers.length).toBeGreaterThan(60);
  expect(identifiers.filter((name) => !new RegExp(`\\b${name}\\b`).test(code))).toEqual([]);
});
