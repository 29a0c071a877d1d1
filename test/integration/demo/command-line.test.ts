import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = (program: string, line: readonly string[]) =>
  promisify(execFile)(process.execPath, [
    fileURLToPath(new URL(`../../../infra/${program}`, import.meta.url)),
    ...line,
  ]);

test.each([
  [
    'demo/demo.ts',
    ['4310'],
    /^Unexpected argument '4310'.*; the options are: npm run demo -- \[--port 3000\]\n$/,
  ],
  ['demo/demo.ts', ['--prot', '1'], /^Unknown option '--prot'; the options are: npm run demo -- .+\n$/],
  [
    'demo/demo.ts',
    ['--port', '1'],
    /^No cabinet answers at http:\/\/127\.0\.0\.1:1: start one with npm start, or name its --port\.\n$/,
  ],
  [
    'demo/token.ts',
    ['--prot', '1'],
    /^Unknown option '--prot'; the options are: npm run --silent token -- .+\n$/,
  ],
  ['demo/invoke.ts', ['--prot', '1'], /^Unknown option '--prot'; the options are: npm run invoke -- .+\n$/],
  ['demo/invoke.ts', ['items'], /^A capability and a sample of events\/ are needed: npm run invoke -- .+\n$/],
])('%s with %j ends with one sentence and code 1', async (program, line, sentence) => {
  await expect(run(program, line)).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(sentence) as unknown,
  });
});
