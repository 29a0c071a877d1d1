import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  testClientId,
  testPassword,
  testPoolId,
  type PoolFixture,
  startPool,
} from '../../../infra/local/testing/cognito/pool-fixture.ts';
import { claimsOf, enlist } from '../../../infra/local/testing/cognito/users.ts';

const docs = join(import.meta.dirname, '../../../docs');
const login = 'system@north.machine.invalid';
const seen: string[] = [];
let pool: PoolFixture;
const cabinet = createServer((request, response) => {
  if (request.url === '/config.json') {
    const config = { region: 'eu-central-1', userPoolId: testPoolId, userPoolClientId: testClientId };
    response.end(JSON.stringify({ ...config, userPoolEndpoint: `${pool.endpoint}/` }));
    return;
  }
  seen.push(request.headers.authorization?.replace('Bearer ', '') ?? '');
  // As if the first token had run out.
  response.writeHead(seen.length === 1 ? 401 : 200).end('[]');
});

beforeAll(async () => {
  pool = await startPool({
    client: {
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_PASSWORD_AUTH'],
      RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 30 },
    },
  });
  await enlist(pool, login);
  await new Promise<void>((resolve) => cabinet.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  cabinet.close();
  await pool.close();
});

it('an operator’s system signs in by SRP, refreshes when its token has run out, and is answered', async () => {
  const { port } = cabinet.address() as AddressInfo;
  const env = { ...process.env, CABINET: `http://127.0.0.1:${port}`, LOGIN: login, PASSWORD: testPassword };
  const { stdout } = await promisify(execFile)(process.execPath, [join(docs, 'machine-client.mjs')], { env });
  expect(stdout).toBe('200 []\n');
  const [first, second] = seen.map((token) => claimsOf(token));
  expect(second!['sub']).toBe(first!['sub']);
  expect(seen[1]).not.toBe(seen[0]);
});

it('has a client that the README names', () => {
  expect(readFileSync(join(docs, '../README.md'), 'utf8')).toContain('docs/machine-client.mjs');
});
