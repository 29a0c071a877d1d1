import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDataDirectory, removeDataDirectory } from './fixture-cabinet.ts';
import {
  enginePid,
  isRunning,
  launchFixture,
  type Launched,
  terminate,
  untilExit,
  untilReady,
} from './launched-cabinet.ts';

let dataDirectory: string;
let started: Launched[];

beforeEach(() => {
  dataDirectory = createDataDirectory();
  started = [];
});

afterEach(async () => {
  await terminate(started);
  removeDataDirectory(dataDirectory);
});

function launch(...options: string[]): Launched {
  const child = launchFixture(dataDirectory, ...options);
  started.push(child);
  return child;
}

test('it prints that it is ready after seeding', async () => {
  const { lines, origin } = await untilReady(launch());
  expect(lines.indexOf('seeding')).toBeLessThan(lines.indexOf(`ready ${origin}`));
  expect(lines).toContain('seeding');
  expect((await fetch(`${origin}/config.json`)).status).toBe(200);
});

test.each(['SIGINT', 'SIGTERM'] as const)('%s stops it gracefully', async (signal) => {
  const child = launch();
  const { origin } = await untilReady(child);
  const engine = enginePid(dataDirectory);
  child.kill(signal);
  expect(await untilExit(child)).toEqual({ code: 0, errors: [''] });
  expect(isRunning(engine)).toBe(false);
  await expect(fetch(origin)).rejects.toThrow();
});

test('interrupted while it starts, it leaves no engine behind', async () => {
  const child = launch();
  await vi.waitFor(() => enginePid(dataDirectory), { timeout: 15_000, interval: 5 });
  const engine = enginePid(dataDirectory);
  child.kill('SIGINT');
  await untilExit(child);
  expect(isRunning(engine)).toBe(false);
});

test('without its engine, it ends with the reason', async () => {
  const child = launch();
  await untilReady(child);
  process.kill(enginePid(dataDirectory), 'SIGKILL');
  expect(await untilExit(child)).toEqual({
    code: 1,
    errors: ['The DynamoDB engine stopped unexpectedly (killed): start again.'],
  });
});

test('a second start on the same data ends with one sentence', async () => {
  const first = launch();
  const { origin } = await untilReady(first);
  expect(await untilExit(launch())).toEqual({
    code: 1,
    errors: [
      `${dataDirectory} is in use by process ${first.pid} (${origin}): stop that one, or choose another with --data.`,
    ],
  });
});

test.each([
  [['--prot', '1'], /^Unknown option '--prot'; the options are: npm start --/],
  [['--without', 's3'], '--without s3 requires the address of your own in AWS_ENDPOINT_URL_S3.'],
])('npm start with %j ends with one sentence and code 1', async (line, sentence) => {
  const child = spawn(
    process.execPath,
    [
      fileURLToPath(new URL('../../../../infra/demo/start.ts', import.meta.url)),
      '--data',
      dataDirectory,
      ...line,
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const { code, errors } = await untilExit(child);
  expect(code).toBe(1);
  expect(errors).toEqual([expect.stringMatching(sentence) as unknown]);
});
