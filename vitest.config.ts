import { defineConfig } from 'vitest/config';
import { fontModule } from './test/font-bytes.ts';

/** What `infra/bundle.ts` has esbuild do with fonts: a module of their bytes. */
const fontBytes = {
  name: 'font-bytes',
  enforce: 'pre',
  load: (id: string) => (id.endsWith('.woff') ? fontModule(id) : undefined),
} as const;

export default defineConfig({
  plugins: [fontBytes],
  test: {
    server: { deps: { inline: [/\.woff$/] } },
    pool: 'forks',
    projects: [
      {
        extends: true,
        test: {
          name: 'cabinet',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**'],
          // Long, since a machine may be busy: what hangs ends all the same.
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
      {
        // Browser tests share one cabinet, which is up before them; they run when the rest is through. A page waits more
        // than it works, so that two files at a time take little longer than one.
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: 'test/e2e/setup.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
