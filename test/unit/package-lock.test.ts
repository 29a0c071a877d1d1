import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as z from 'zod';

const needs = z.record(z.string(), z.string()).default({});
const lockfile = z
  .object({ packages: z.record(z.string(), z.object({ dependencies: needs, optionalDependencies: needs })) })
  .parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));

// npm leaves out, without a word, an optional package that its registry could not serve at that moment (a binding for
// another platform, often); `npm ci` then refuses the lockfile on every machine whose registry can.
test('the lockfile contains every required package, for any platform', () => {
  const locked = new Set(Object.keys(lockfile.packages).map((path) => path.split('node_modules/').at(-1)));
  const missing = Object.entries(lockfile.packages).flatMap(
    ([path, { dependencies, optionalDependencies }]) =>
      Object.keys({ ...dependencies, ...optionalDependencies })
        .filter((name) => !locked.has(name))
        .map((name) => `${path || 'the project'} asks for ${name}`),
  );
  expect(missing).toEqual([]);
});
