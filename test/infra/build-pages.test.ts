import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { buildPages } from '../../infra/build-pages.ts';

const before = process.cwd();
const directory = mkdtempSync(path.join(tmpdir(), 'cabinet-pages-'));

afterAll(() => {
  process.chdir(before);
  rmSync(directory, { recursive: true });
});

it('puts the pages and the reference of the API beside each other, where a relative path leads from here', async () => {
  process.chdir(directory);
  await buildPages('cdk.out/pages');
  const files = ['index.html', 'color-scheme.js', 'docs/index.html', 'openapi.json'];
  expect(files.filter((file) => !existsSync(path.join(directory, 'cdk.out/pages', file)))).toEqual([]);
});
