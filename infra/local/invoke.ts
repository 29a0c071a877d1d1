import { parseArgs } from 'node:util';
import { invokeSample } from './boot/invoke-sample.ts';

const USAGE = 'npm run invoke -- <capability> <sample> [--data .local]';

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { data: { type: 'string', default: '.local' } },
  });
  const [capability, sample, ...rest] = positionals;
  if (capability === undefined || sample === undefined || rest.length > 0)
    throw new Error(`A capability and a sample of events/ are needed: ${USAGE}`);
  const { payload, error } = await invokeSample(values.data, capability, sample);
  console.log(error ? JSON.stringify(error, undefined, 2) : payload);
  process.exit(error ? 1 : 0);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
