import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sampleFiles, textOf } from './files.ts';

/** Rewrites `events/`: one file per sample, and no others. */
const directory = join(import.meta.dirname, '../../events');
for (const kind of ['http', 'stream', 'bus']) rmSync(join(directory, kind), { recursive: true, force: true });
const files = sampleFiles();
for (const [path, sample] of files) {
  mkdirSync(dirname(join(directory, path)), { recursive: true });
  writeFileSync(join(directory, path), textOf(sample));
}
console.log(`events/: ${String(files.size)} samples`);
