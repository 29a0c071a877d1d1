import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ZodType } from 'zod';
import { expect, test } from 'vitest';
import { benchEnvironment } from '../../bench/environment.ts';

const functions = join(import.meta.dirname, '../../../functions');

test.for(readdirSync(functions))('the bench can load %s', async (folder) => {
  const { environmentSchema } = (await import(join(functions, folder, 'environment.ts'))) as {
    environmentSchema: ZodType;
  };
  expect(environmentSchema.safeParse(benchEnvironment).error).toBeUndefined();
});

test('the bench can load the sources of a function that brings its fonts along', async () => {
  const [hook, source] = ['test/bench/import-fonts.ts', 'functions/forms/main.ts'].map((file) =>
    join(functions, '..', file),
  );
  const script = `await import('${hook}'); await import('${source}');`;
  const loading = promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    env: benchEnvironment,
  });
  await expect(loading).resolves.toMatchObject({ stderr: '' });
});
