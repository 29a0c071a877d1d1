import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// Compiling the SDKs takes half of the start.
enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/compiled', import.meta.url)));

const { parseStartArguments } = await import('../local/boot/arguments.ts');
const { run } = await import('../local/boot/run.ts');
const { seedDemo } = await import('./seed.ts');

await run(() => parseStartArguments(process.argv.slice(2)), seedDemo);
