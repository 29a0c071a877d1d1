import { readdirSync } from 'node:fs';
import { join } from 'node:path';
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
