import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunningCabinet } from '../../../infra/demo/cabinet.ts';
import {
  createDataDirectory,
  removeDataDirectory,
  signInAsNewPerson,
  startFixture,
} from '../../../infra/local/testing/boot/fixture-stack.ts';

const program = fileURLToPath(new URL('../../../infra/demo/token.ts', import.meta.url));
const login = 'finance@operator.example';

let dataDirectory: string;
let cabinet: RunningCabinet;

beforeAll(async () => {
  dataDirectory = createDataDirectory();
  cabinet = await startFixture(dataDirectory);
  await signInAsNewPerson(cabinet, login);
});

afterAll(async () => {
  await cabinet.close();
  removeDataDirectory(dataDirectory);
});

const run = (...line: string[]) => promisify(execFile)(process.execPath, [program, ...line]);
const port = () => new URL(cabinet.origin).port;

test('it prints only an access token, which the API accepts', async () => {
  const { stdout, stderr } = await run(login, '--port', port(), '--password', 'Correct-horse-1');
  expect(stderr).toBe('');
  const headers = { authorization: `Bearer ${stdout.trim()}` };
  expect((await fetch(`${cabinet.origin}/api/me`, { headers })).status).toBe(200);
});

test.each([
  [
    'a wrong password',
    () => [login, '--port', port(), '--password', 'guessed'],
    /^Incorrect username or password\.\n$/,
  ],
  ['no login', () => ['--port', port()], /^One login is needed: npm run --silent token -- <login>/],
  [
    'no cabinet',
    () => [login, '--port', '1'],
    /^No cabinet answers at http:\/\/127\.0\.0\.1:1: start one with npm start/,
  ],
])('%s ends with one sentence and code 1', async (_, line, sentence) => {
  await expect(run(...line())).rejects.toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(sentence) as unknown,
  });
});
