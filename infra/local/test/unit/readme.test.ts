import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createCatalogue } from '../../cognito/operations.ts';
import { openPool } from '../../cognito/pool.ts';
import { createOperations } from '../../queues/operations.ts';
import { supportedOperations } from '../../s3/operations/supported-operations.ts';
import { settingsIn } from '../../testing/cognito/pool-settings.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/** The operations in a service's row of the table. */
function listed(service: string): string[] {
  const row = readme.split('\n').find((line) => line.startsWith(`| ${service} `)) ?? '';
  return [...row.matchAll(/`(\w+)`/g)].map(([, name]) => name!).sort();
}

test('the README lists every operation of S3', () => {
  expect(listed('S3')).toEqual(supportedOperations.map(({ name }) => name).sort());
});

test('the README lists every operation of Cognito', () => {
  const directory = mkdtempSync(join(tmpdir(), 'readme-pool-'));
  const pool = openPool(settingsIn(directory));
  onTestFinished(() => {
    pool.database.close();
    rmSync(directory, { recursive: true });
  });
  const { open, signed } = createCatalogue(pool);
  expect(listed('Cognito')).toEqual([...open.keys(), ...signed.keys()].sort());
});

test('the README lists every operation of SQS', () => {
  const operations = createOperations({} as Parameters<typeof createOperations>[0]);
  expect(listed('SQS')).toEqual(Object.keys(operations).sort());
});
