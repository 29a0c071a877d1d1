import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { text } from 'node:stream/consumers';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { chooseFreePorts } from '../../../../infra/local/boot/ports.ts';
import { createDataDirectory, fixtureProject, removeDataDirectory } from './fixture-cabinet.ts';

const local = new URL('../../../../infra/local/', import.meta.url);

/** `npm start` for the fixture's application. */
const script = `
const { run } = await import('${local.href}boot/run.ts');
const { parseStartArguments } = await import('${local.href}boot/arguments.ts');
const seed = (context) => { context.log('seeding'); return Promise.resolve(); };
await run(() => parseStartArguments(process.argv.slice(1)), seed, ${JSON.stringify(fixtureProject)});
`;

let dataDirectory: string;
let started: ChildProcess[];

beforeEach(() => {
  dataDirectory = createDataDirectory();
  started = [];
});

afterEach(async () => {
  for (const child of started)
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
  removeDataDirectory(dataDirectory);
});

function launch(...options: string[]) {
  const line = ['--port', '0', '--data', dataDirectory, ...options];
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script, '--', ...line], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  return child;
}

type Launched = ReturnType<typeof launch>;

/** Resolves with the lines up to `ready`, and the origin in it. */
async function untilReady(child: Launched): Promise<{ lines: string[]; origin: string }> {
  let printed = '';
  for await (const chunk of child.stdout) {
    printed += String(chunk);
    const origin = /^ready (http:\/\/127\.0\.0\.1:\d+)$/m.exec(printed)?.[1];
    if (origin !== undefined) return { origin, lines: printed.trim().split('\n') };
  }
  throw new Error(`It ended: ${printed}${await text(child.stderr)}`);
}

async function untilExit(child: Launched): Promise<{ code: unknown; errors: string[] }> {
  const [errors, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  return { code, errors: stripVTControlCharacters(errors).trim().split('\n') };
}

const enginePid = () =>
  (JSON.parse(readFileSync(join(dataDirectory, 'dynamodb/engine.json'), 'utf8')) as { pid: number }).pid;

const isRunning = (pid: number): boolean => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== '';
  } catch {
    return false;
  }
};

test('it prints that it is ready after seeding', async () => {
  const { lines, origin } = await untilReady(launch());
  expect(lines.indexOf('seeding')).toBeLessThan(lines.indexOf(`ready ${origin}`));
  expect(lines).toContain('seeding');
  expect((await fetch(`${origin}/config.json`)).status).toBe(200);
});

test('after kill -9, the next start finds the data and ends the old engine on the same port', async () => {
  const [port = 0] = await chooseFreePorts(1);
  const first = launch('--port', String(port));
  const before = await untilReady(first);
  await fetch(`${before.origin}/api/items/kept`, { method: 'PUT' });
  const leftOver = enginePid();
  first.kill('SIGKILL');
  await once(first, 'exit');
  expect(isRunning(leftOver)).toBe(true);
  const after = await untilReady(launch('--port', String(port)));
  expect(isRunning(leftOver)).toBe(false);
  expect(after.lines).not.toContain('seeding');
  expect((await fetch(`${after.origin}/api/items/kept`)).status).toBe(200);
});

test.each(['SIGINT', 'SIGTERM'] as const)('%s stops it gracefully', async (signal) => {
  const child = launch();
  const { origin } = await untilReady(child);
  const engine = enginePid();
  child.kill(signal);
  expect(await untilExit(child)).toEqual({ code: 0, errors: [''] });
  expect(isRunning(engine)).toBe(false);
  await expect(fetch(origin)).rejects.toThrow();
});

test('interrupted while it starts, it leaves no engine behind', async () => {
  const child = launch();
  await vi.waitFor(() => enginePid(), { timeout: 15_000, interval: 5 });
  const engine = enginePid();
  child.kill('SIGINT');
  await untilExit(child);
  expect(isRunning(engine)).toBe(false);
});

test('without its engine, it ends with the reason', async () => {
  const child = launch();
  await untilReady(child);
  process.kill(enginePid(), 'SIGKILL');
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
    [fileURLToPath(new URL('../demo/start.ts', local)), '--data', dataDirectory, ...line],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const { code, errors } = await untilExit(child);
  expect(code).toBe(1);
  expect(errors).toEqual([expect.stringMatching(sentence) as unknown]);
});
