import { defineConfig } from 'vitest/config';
import { memoryDirectory } from './testing/temporary-directory.ts';

// Inherited by all that the tests start.
const temporaryDirectory = process.env['TMPDIR'] ?? memoryDirectory();
if (temporaryDirectory !== undefined) process.env['TMPDIR'] = temporaryDirectory;

/** The local stack's projects, which the run of the whole repository includes. Paths are relative to this folder. */
export const projects = [
  // Pure functions: without a process and modules for each file they take a quarter of the time.
  { name: 'local:unit', include: ['test/unit/**/*.test.ts'], isolate: false },
  { name: 'local:integration', include: ['test/integration/**/*.test.ts'], isolate: false },
];

/** What applies to every test of this folder and of those that include it. */
export const testDefaults = {
  pool: 'forks',
  // One more than the processors of the machines that run them: now and then a test only waits.
  maxWorkers: 3,
  restoreMocks: true,
  unstubEnvs: true,
  // Long, since a machine may be busy: what hangs ends all the same.
  testTimeout: 60_000,
  hookTimeout: 120_000,
} as const;

export default defineConfig({
  cacheDir: '../../node_modules/.vite',
  test: { ...testDefaults, projects: projects.map((test) => ({ extends: true as const, test })) },
});
