import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { createDataDirectory, removeDataDirectory } from '../../../infra/local/testing/boot/fixture-stack.ts';

const program = fileURLToPath(new URL('../../../infra/demo/start.ts', import.meta.url));
const dataDirectory = createDataDirectory();

afterAll(() => {
  removeDataDirectory(dataDirectory);
});

test.each([
  [['--prot', '1'], /^Unknown option '--prot'; the options are: npm start --.*\n$/],
  [['--without', 's3'], /^--without s3 requires the address of your own in AWS_ENDPOINT_URL_S3\.\n$/],
])('npm start with %j ends with one sentence and code 1', async (line, sentence) => {
  const started = promisify(execFile)(process.execPath, [program, '--data', dataDirectory, ...line]);
  await expect(started).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(sentence) as unknown,
  });
});
