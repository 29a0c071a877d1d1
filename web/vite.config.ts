import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Builds the pages. The synthesis runs it: what it makes is deployed by the web stack, and served by the local gateway. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    target: 'es2023',
    sourcemap: false,
    // The policy allows no inline data beyond images; fonts stay files.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        // What every page needs, apart what changes with its libraries only; small modules that a dozen pages share; and
        // one script for each set of pages that share something else. A page loads little that it does not use. Without
        // `common`, home takes 62 scripts instead of 39 and no fewer bytes.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](?:react|react-dom|scheduler)[\\/]/, priority: 3 },
            { name: 'libraries', test: /node_modules/, tags: ['$initial'], priority: 2 },
            { name: 'first', tags: ['$initial'], priority: 1 },
            { name: 'common', minShareCount: 12, maxModuleSize: 1000, priority: 0.5 },
            { name: 'shared', minShareCount: 2, entriesAware: true },
          ],
        },
      },
    },
  },
});
