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

it('builds the pages and the API reference side by side, for a relative output path', async () => {
  process.chdir(directory);
  await buildPages('cdk.out/pages');
  const files = ['index.html', 'color-scheme.js', 'docs/index.html', 'openapi.json'];
  expect(files.filter((file) => !existsSync(path.join(directory, 'cdk.out/pages', file)))).toEqual([]);
});
