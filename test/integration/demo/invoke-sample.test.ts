import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { invokeSample } from '../../../infra/demo/invoke-sample.ts';
import type { RunningStack } from '../../../infra/local/boot/local-stack.ts';
import {
  createDataDirectory,
  fixture,
  removeDataDirectory,
  startFixture,
} from '../../../infra/local/testing/boot/fixture-stack.ts';

const samples = fileURLToPath(new URL('events', import.meta.url));

let dataDirectory: string;
let stack: RunningStack;

beforeEach(async () => {
  dataDirectory = createDataDirectory();
  stack = await startFixture(dataDirectory);
});

afterEach(async () => {
  await stack.close();
  removeDataDirectory(dataDirectory);
});

const invoke = (capability: string, sample: string) =>
  invokeSample({ application: fixture, dataDirectory, samples, capability, sample });

test.each([
  ['beside a running cabinet', true],
  ['on its own', false],
])('a sample is invoked %s', async (_, beside) => {
  await fetch(`${stack.origin}/api/items/sampled`, { method: 'PUT' });
  if (!beside) await stack.close();
  const { payload } = await invoke('items', beside ? 'http/items/read.json' : 'read');
  expect(JSON.parse(payload!)).toMatchObject({ statusCode: 200 });
});

test('an unknown capability or sample is reported in one sentence', async () => {
  await expect(invoke('nothing', 'http/items/read')).rejects.toThrow(
    'There is no capability nothing; there are: items, observer, publisher.',
  );
  await expect(invoke('items', 'nothing')).rejects.toThrow(
    /There is no sample nothing\.json: name a file in .+events\/http\/\w+, or a path in .+events\./,
  );
});
