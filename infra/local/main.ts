import { parseStartArguments } from './boot/arguments.ts';
import { run } from './boot/run.ts';

await run(() => parseStartArguments(process.argv.slice(2)));
