import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findReferenceData } from '../reference-data.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cabinet-reference-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const find = (environment: Record<string, string>) => findReferenceData('specs', { root, environment });

test('reference files that are there are used', () => {
  mkdirSync(join(root, 'specs'));
  expect(find({ CI: 'true', REFERENCE_DATA: 'absent' })).toEqual({ directory: join(root, 'specs') });
});

test.each([{}, { CI: '' }, { CI: 'false' }, { CI: 'true', REFERENCE_DATA: 'absent' }])(
  'with %j, a comparison without its files is skipped with the reason',
  (environment) => {
    expect(find(environment)).toEqual({ missing: `there are no reference files in ${join(root, 'specs')}` });
  },
);

test.each([{ CI: 'true' }, { CI: '1', REFERENCE_DATA: 'present' }])(
  'with %j, a comparison without its files fails',
  (environment) => {
    expect(() => find(environment)).toThrow(/no reference files in .+set REFERENCE_DATA=absent/);
  },
);
