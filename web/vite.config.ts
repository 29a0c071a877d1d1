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
        // What every page needs, apart what changes with its libraries only; and one script for each set of pages that
        // share something. A page loads what it uses and nothing else, in few requests, and longer scripts compress better.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](?:react|react-dom|scheduler)[\\/]/, priority: 3 },
            { name: 'libraries', test: /node_modules/, tags: ['$initial'], priority: 2 },
            { name: 'first', tags: ['$initial'], priority: 1 },
            { name: 'shared', minShareCount: 2, entriesAware: true },
          ],
        },
      },
    },
  },
});
