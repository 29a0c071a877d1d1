import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { chooseFreePorts } from '../../../boot/ports.ts';
import { StartError } from '../../../boot/start-error.ts';
import { findEngine } from '../../../dynamodb/engine-command.ts';
import { startEngine, type Engine } from '../../../dynamodb/engine.ts';
import { ensureTable } from '../../../dynamodb/tables.ts';
import { faultRounds } from '../../../testing/fault-rounds.ts';

let directory: string;
let engines: Engine[];
let port: number;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'app-engine-'));
  engines = [];
  [port = 0] = await chooseFreePorts(1);
});

afterEach(async () => {
  await Promise.all(engines.map((engine) => engine.close()));
  rmSync(directory, { recursive: true });
});

async function start(options: Partial<Parameters<typeof startEngine>[0]> = {}): Promise<Engine> {
  const engine = await startEngine({ directory, port, ...options });
  engines.push(engine);
  return engine;
}

const clientOf = ({ endpoint }: Engine) =>
  new DynamoDBClient({
    endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });

const table = {
  name: 'app',
  KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' as const }],
  AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' as const }],
};

const isAlive = (pid: number): boolean => {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]![0] !== 'Z';
  } catch {
    return false;
  }
};

test.each(faultRounds(50))('acknowledged writes survive a kill of the engine, round %i', async () => {
  const first = await start();
  await ensureTable(clientOf(first), table);
  await clientOf(first).send(new PutItemCommand({ TableName: 'app', Item: { pk: { S: 'kept' } } }));
  first.kill();
  const second = await start();
  const { Item } = await clientOf(second).send(
    new GetItemCommand({ TableName: 'app', Key: { pk: { S: 'kept' } } }),
  );
  expect(Item).toEqual({ pk: { S: 'kept' } });
});

test('an engine that outlived its parent is ended by the next start', async () => {
  const command = findEngine();
  const orphan = spawn(
    command.program,
    ['serve', '--port', String(port), '--db-path', join(directory, 'engine.sqlite')],
    { detached: true, stdio: 'ignore' },
  );
  writeFileSync(join(directory, 'engine.json'), JSON.stringify({ pid: orphan.pid }));
  const ended = once(orphan, 'exit');
  await start();
  await ended;
});

test('a process that merely got the id of a former engine is left alone', async () => {
  const stranger = spawn('sleep', ['30'], { detached: true, stdio: 'ignore' });
  try {
    writeFileSync(join(directory, 'engine.json'), JSON.stringify({ pid: stranger.pid }));
    await start();
    expect(isAlive(stranger.pid!)).toBe(true);
  } finally {
    stranger.kill('SIGKILL');
  }
});

test('an engine of another directory is left alone', async () => {
  const other = mkdtempSync(join(tmpdir(), 'app-engine-'));
  const [otherPort = 0] = await chooseFreePorts(1);
  const neighbour = await startEngine({ directory: other, port: otherPort });
  engines.push(neighbour);
  writeFileSync(join(directory, 'engine.json'), readFileSync(join(other, 'engine.json')));
  await start();
  await expect(fetch(neighbour.endpoint)).resolves.toBeDefined();
  rmSync(other, { recursive: true });
});

test('a taken port is reported in one sentence', async () => {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  await expect(start()).rejects.toThrow(
    new StartError(
      `Port ${port}, meant for dynamodb, is taken: stop what listens there, or choose another with --port.`,
    ),
  );
  server.close();
});

test('a port that a killed process still holds is waited for', async () => {
  const dying = createServer().listen(port, '127.0.0.1');
  await once(dying, 'listening');
  setTimeout(() => dying.close(), 200);
  await start();
});

test('a damaged file is reported in one sentence, and no engine is left running', async () => {
  writeFileSync(join(directory, 'engine.sqlite'), 'x'.repeat(5_000));
  await expect(start()).rejects.toThrow(/engine\.sqlite is damaged: start with --fresh/);
  await expect(fetch(`http://127.0.0.1:${port}`)).rejects.toThrow();
});

test('on a platform without an engine, the error says what to install or set', async () => {
  await expect(
    start({ command: { program: 'no-such-program', leading: [], isFetched: true } }),
  ).rejects.toThrow(/^There is no DynamoDB engine for .+--without dynamodb .+AWS_ENDPOINT_URL_DYNAMODB\.$/);
});

test('a platform without an installed engine fetches one', () => {
  expect(findEngine('plan9-mips')).toEqual({
    program: 'npx',
    leading: ['--yes', 'dynoxide@1.2.1'],
    isFetched: true,
  });
});

test('a crash of the engine is reported', async () => {
  const engine = await start();
  const { pid } = JSON.parse(readFileSync(join(directory, 'engine.json'), 'utf8')) as { pid: number };
  process.kill(pid, 'SIGKILL');
  expect((await engine.failure).message).toBe(
    'The DynamoDB engine stopped unexpectedly (killed): start again.',
  );
});

test.each([
  ['ends', ''],
  ['fails', "throw new Error('on purpose');"],
  ['is interrupted', "process.kill(process.pid, 'SIGINT'); setInterval(() => {}, 1000);"],
])('the engine ends when its parent %s', async (_, how) => {
  const module = new URL('../../../dynamodb/engine.ts', import.meta.url).href;
  const script = `
    const { startEngine } = await import(${JSON.stringify(module)});
    process.once('SIGINT', () => process.exit(130));
    await startEngine({ directory: ${JSON.stringify(directory)}, port: ${port} });
    ${how}`;
  try {
    execFileSync(process.execPath, ['--input-type=module', '--eval', script], { stdio: 'ignore' });
  } catch {
    // The exit code depends on the case.
  }
  await sleep(100);
  await expect(fetch(`http://127.0.0.1:${port}`)).rejects.toThrow();
});
