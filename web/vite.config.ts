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
  },
});
