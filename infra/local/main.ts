import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// Compiling the SDKs is half of a start.
enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/compiled', import.meta.url)));

const { parseStartArguments } = await import('./boot/arguments.ts');
const { run } = await import('./boot/run.ts');
const { seedDemo } = await import('./demo/seed.ts');

await run(() => parseStartArguments(process.argv.slice(2)), seedDemo);
