import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import type { LocalStackOptions, RunningStack } from '../../../boot/local-stack.ts';
import { chooseFreePorts, requireFreePorts } from '../../../boot/ports.ts';
import { StartError } from '../../../boot/start-error.ts';
import type { StoredMail } from '../../../mail/outbox.ts';
import { noWatcher } from '../../../boot/watcher.ts';
import {
  createDataDirectory,
  removeDataDirectory,
  signIn,
  signInAsNewPerson,
  startFixture,
} from '../../../testing/boot/fixture-stack.ts';

let dataDirectory: string;
let running: RunningStack[];

beforeEach(() => {
  dataDirectory = createDataDirectory();
  running = [];
});

afterEach(async () => {
  await Promise.all(running.map((stack) => stack.close()));
  removeDataDirectory(dataDirectory);
});

async function start(options: Partial<LocalStackOptions> = {}): Promise<RunningStack> {
  const stack = await startFixture(dataDirectory, options);
  running.push(stack);
  return stack;
}

/** A port that is in use until the end of the test. */
async function takenPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return (server.address() as { port: number }).port;
}

const put = ({ origin }: RunningStack, id: string) => fetch(`${origin}/api/items/${id}`, { method: 'PUT' });
const get = ({ origin }: RunningStack, id: string) => fetch(`${origin}/api/items/${id}`);

const untilSeen = (stack: RunningStack, id: string) =>
  vi.waitFor(
    async () => {
      expect(await (await get(stack, id)).json()).toMatchObject({ seen: true });
    },
    { timeout: 10_000, interval: 50 },
  );

test('pages, configuration and API share one origin', async () => {
  const stack = await start();
  const page = await fetch(`${stack.origin}/`);
  expect(await page.text()).toContain('<title>fixture</title>');
  expect(page.headers.get('cache-control')).toBe('public, max-age=60');
  const configuration = await fetch(`${stack.origin}/config.json`);
  expect(await configuration.json()).toEqual({
    region: 'eu-central-1',
    userPoolId: 'eu-central-1_LocalPool1',
    userPoolClientId: 'localwebclient0000000001',
    userPoolEndpoint: stack.endpoints['cognito-identity-provider'],
    fileOrigins: [stack.endpoints.s3],
    brand: { name: { ru: 'Образец', en: 'Fixture' }, logo: '/logo.svg' },
  });
  expect((await put(stack, '1')).status).toBe(201);
  expect((await get(stack, '1')).status).toBe(200);
  expect((await get(stack, '2')).status).toBe(404);
});

test('only signed-in users have access', async () => {
  const stack = await start();
  const token = await signInAsNewPerson(stack, 'finance@operator.example');
  const me = `${stack.origin}/api/me`;
  const claims: unknown = await (await fetch(me, { headers: { authorization: `Bearer ${token}` } })).json();
  expect(claims).toMatchObject({ client_id: stack.userPoolClientId, 'cognito:groups': '[finance]' });
  expect((await fetch(me)).status).toBe(401);
});

test('a write reaches its observer through the stream and the bus', async () => {
  const stack = await start();
  await put(stack, 'announced');
  await untilSeen(stack, 'announced');
});

test('an object in a bucket reaches its observer', async () => {
  const stack = await start();
  const { region, credentials, endpoints, buckets } = stack;
  const s3 = new S3Client({ region, credentials, endpoint: endpoints.s3, forcePathStyle: true });
  await s3.send(new PutObjectCommand({ Bucket: buckets['Files'], Key: 'scan', Body: 'bytes' }));
  await untilSeen(stack, 'scan');
});

test('a bucket accepts requests from the pages of this origin', async () => {
  const { origin, endpoints, buckets } = await start();
  const preflight = await fetch(`${endpoints.s3}/${buckets['Files']}/x`, {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'GET' },
  });
  expect(preflight.headers.get('access-control-allow-origin')).toBe(origin);
});

test('nothing is lost in a crash: items, users and undelivered events', async () => {
  const first = await start();
  await signInAsNewPerson(first, 'finance@operator.example');
  await put(first, 'kept');
  await first.crash();
  const second = await start();
  expect((await get(second, 'kept')).status).toBe(200);
  await untilSeen(second, 'kept');
  await expect(signIn(second, 'finance@operator.example', 'Correct-horse-1')).resolves.toBeTypeOf('string');
});

test('--fresh starts without data', async () => {
  const first = await start();
  await put(first, 'gone');
  await first.close();
  const second = await start({ fresh: true });
  expect((await get(second, 'gone')).status).toBe(404);
});

test('a second start on the same data is refused, and the first one keeps running', async () => {
  const first = await start();
  await expect(start()).rejects.toThrow(
    `${dataDirectory} is in use by process ${process.pid} (${first.origin}): stop that one, or choose another with --data.`,
  );
  expect((await put(first, '1')).status).toBe(201);
});

test('a closed stack has no open ports', async () => {
  const stack = await start();
  await stack.close();
  for (const address of [stack.origin, stack.consoleUrl, ...Object.values(stack.endpoints)])
    await expect(fetch(address)).rejects.toThrow();
});

/** First port of a free range, below those that the system assigns to other processes meanwhile. */
async function freePortsFrom(count: number): Promise<number> {
  const [first = 0] = await chooseFreePorts(1);
  const claims = Array.from({ length: count }, (_, index) => ['test', first + index] as const);
  return requireFreePorts(claims).then(
    () => first,
    () => freePortsFrom(count),
  );
}

test('a taken port is reported in one sentence, and nothing is left running', async () => {
  const port = (await freePortsFrom(3)) + 2;
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  await expect(start({ port: port - 2 })).rejects.toThrow(
    new StartError(
      `Port ${port}, meant for s3, is taken: stop what listens there, or choose another with --port.`,
    ),
  );
  server.close();
  await expect(start()).resolves.toBeDefined();
});

test.each<[string, () => Promise<Partial<LocalStackOptions>>]>([
  ['a taken port', async () => ({ port: await takenPort() })],
  [
    'a service without an address',
    () => Promise.resolve({ without: new Set(['dynamodb'] as const), environment: {} }),
  ],
])('a fresh start that is refused for %s erases nothing', async (_, options) => {
  const first = await start();
  await put(first, 'kept');
  await first.close();
  await expect(start({ fresh: true, ...(await options()) })).rejects.toThrow(StartError);
  const second = await start();
  expect((await get(second, 'kept')).status).toBe(200);
});

test('a first start that is refused for a taken port leaves seeding to the next one', async () => {
  const seed = vi.fn(() => Promise.resolve());
  await expect(start({ seed, port: await takenPort() })).rejects.toThrow(StartError);
  await start({ seed });
  expect(seed).toHaveBeenCalledOnce();
});

test('an external DynamoDB that does not respond is named', async () => {
  const environment = { AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:9' };
  await expect(start({ without: new Set(['dynamodb']), environment })).rejects.toThrow(
    new StartError(
      'Your dynamodb at http://127.0.0.1:9 cannot be used (connect ECONNREFUSED 127.0.0.1:9): start it, or name another in AWS_ENDPOINT_URL_DYNAMODB.',
    ),
  );
});

test.each(['dynamodb/engine.sqlite', 'cognito/cognito.sqlite', 'mail/outbox.sqlite', 'secrets.json'])(
  'a damaged %s is reported in one sentence',
  async (file) => {
    await (await start()).close();
    writeFileSync(join(dataDirectory, file), 'x'.repeat(8_192));
    await expect(start()).rejects.toThrow(/ is damaged.*: start with --fresh, or restore/);
    await expect(start()).rejects.toThrow(StartError);
  },
);

test('the seed runs once, with all services running, before the start is complete', async () => {
  const seen: unknown[] = [];
  const seed: LocalStackOptions['seed'] = async (context) => {
    const { status } = await fetch(`${context.origin}/api/items/seeded`, { method: 'PUT' });
    seen.push(status, context.tableName === '', Object.keys(context.buckets));
  };
  const first = await start({ seed });
  expect(seen).toEqual([201, false, ['Files', 'Pages']]);
  await first.close();
  const second = await start({ seed });
  expect(seen).toHaveLength(3);
  expect((await get(second, 'seeded')).status).toBe(200);
});

test('an interrupted seed restarts with empty data', async () => {
  const half: LocalStackOptions['seed'] = async ({ origin }) => {
    await fetch(`${origin}/api/items/half`, { method: 'PUT' });
    throw new Error('power cut');
  };
  await expect(start({ seed: half })).rejects.toThrow('power cut');
  let seeded = 0;
  const stack = await start({
    seed: () => {
      seeded += 1;
      return Promise.resolve();
    },
  });
  expect(seeded).toBe(1);
  expect((await get(stack, 'half')).status).toBe(404);
});

test('the seed is not added to data that was created without it', async () => {
  await (await start()).close();
  await expect(start({ seed: () => Promise.resolve(), mustBeSeeded: true })).rejects.toThrow(
    `${dataDirectory} was created without the seed: add --fresh, or choose another with --data.`,
  );
});

test('an external service is used instead', async () => {
  const elsewhere = createDataDirectory();
  const other = await startFixture(elsewhere);
  try {
    const stack = await start({
      without: new Set(['dynamodb']),
      environment: { AWS_ENDPOINT_URL_DYNAMODB: other.endpoints.dynamodb },
    });
    await put(stack, 'shared');
    expect((await get(other, 'shared')).status).toBe(200);
  } finally {
    await other.close();
    removeDataDirectory(elsewhere);
  }
});

test('a mail from Cognito is reported to the watcher', async () => {
  const mails: StoredMail[] = [];
  const stack = await start({ watcher: { ...noWatcher, mail: (mail) => mails.push(mail) } });
  await signInAsNewPerson(stack, 'finance@operator.example');
  expect(mails).toMatchObject([
    { service: 'cognito', recipients: ['finance@operator.example'], subject: 'Welcome to the fixture' },
  ]);
});

test('a crash of the database engine is a failure of the stack', async () => {
  const stack = await start();
  const record = join(dataDirectory, 'dynamodb/engine.json');
  const { pid } = (await import(record, { with: { type: 'json' } })).default as { pid: number };
  process.kill(pid, 'SIGKILL');
  expect((await stack.failure).message).toMatch(/DynamoDB engine stopped unexpectedly/);
});
