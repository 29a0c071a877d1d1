import { defineConfig } from 'vitest/config';
import { fontModule } from './test/font-bytes.ts';
import { LongestFirst } from './test/longest-first.ts';
import { projects as localStackProjects, testDefaults } from './infra/local/vitest.config.ts';

/** What `infra/bundle.ts` has esbuild do with fonts: a module of their bytes. */
const fontBytes = {
  name: 'font-bytes',
  enforce: 'pre',
  load: (id: string) => (id.endsWith('.woff') ? fontModule(id) : undefined),
} as const;

/** Files that load the functions' `main.ts`, which reads the environment once, each with an environment of its own. */
const needsOwnModules = [
  'test/security/**/*.test.ts',
  'test/samples/**/*.test.ts',
  'test/integration/bench/**/*.test.ts',
  'test/integration/functions/tokens/**/*.test.ts',
];

export default defineConfig({
  plugins: [fontBytes],
  test: {
    server: { deps: { inline: [/\.woff$/] } },
    ...testDefaults,
    setupFiles: process.env['COUNT_ASSERTIONS'] === undefined ? [] : ['test/count-assertions.ts'],
    sequence: { sequencer: LongestFirst },
    projects: [
      ...localStackProjects.map(({ include, ...test }) => ({
        extends: true as const,
        test: { ...test, include: include.map((path) => `infra/local/${path}`) },
      })),
      {
        // Pure functions: without a process and modules for each file they take a quarter of the time.
        extends: true,
        test: { name: 'unit', include: ['test/unit/**/*.test.ts'], isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/{contract,infra,integration}/**/*.test.ts'],
          exclude: needsOwnModules,
          globalSetup: 'test/engine-setup.ts',
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'functions',
          include: needsOwnModules,
          globalSetup: 'test/engine-setup.ts',
        },
      },
      {
        // Browser tests share one cabinet, which is up before them; they run when the rest is through.
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: 'test/e2e/setup.ts',
          // The files of a worker share its browser.
          isolate: false,
          testTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
