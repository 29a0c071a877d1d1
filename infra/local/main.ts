import { parseStartArguments } from './boot/arguments.ts';
import { run } from './boot/run.ts';
import { seedDemo } from './demo/seed.ts';

await run(() => parseStartArguments(process.argv.slice(2)), seedDemo);
