import { readCommandLine, runCommand } from '../local/boot/command-line.ts';
import { join } from 'node:path';
import { cabinet } from './cabinet.ts';
import { invokeSample } from './invoke-sample.ts';

const usage = 'npm run invoke -- <capability> <sample> [--data .local]';

await runCommand(async () => {
  const { values, positionals } = readCommandLine(
    { allowPositionals: true, options: { data: { type: 'string', default: '.local' } } },
    usage,
  );
  const [capability, sample, ...rest] = positionals;
  if (capability === undefined || sample === undefined || rest.length > 0)
    throw new Error(`A capability and a sample of events/ are needed: ${usage}`);
  const { payload, error } = await invokeSample({
    application: cabinet,
    dataDirectory: values.data,
    samples: join(cabinet.directory, 'events'),
    capability,
    sample,
  });
  console.log(error ? JSON.stringify(error, undefined, 2) : payload);
  process.exit(error ? 1 : 0);
});
