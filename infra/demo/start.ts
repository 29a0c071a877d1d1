import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// Compiling the SDKs takes half of the start.
enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/compiled', import.meta.url)));

const { run } = await import('../local/boot/run.ts');
const { cabinet } = await import('./cabinet.ts');
const { seedDemo } = await import('./seed.ts');

await run(
  {
    application: cabinet,
    name: 'npm start --',
    port: 3000,
    dataDirectory: '.local',
    seed: { name: 'demo', run: seedDemo },
  },
  process.argv.slice(2),
);
