import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { capabilities } from '../../../infra/capabilities/registry.ts';
import { startCabinet } from '../../../infra/local/boot/cabinet.ts';
import type { RunningCabinet } from '../../../infra/local/boot/cabinet.ts';
import { CabinetClient } from '../../../infra/demo/cabinet-client.ts';
import { demoPassword, managerLogin } from '../../../infra/demo/people.ts';
import { seedDemo } from '../../../infra/demo/seed.ts';
import { isSignedIn } from '../../../shared/http/route.ts';

const directory = mkdtempSync(path.join(tmpdir(), 'cabinet-over-http-'));
const orders = '/tmf-api/productOrderingManagement/v4/productOrder';
let cabinet: RunningCabinet;

beforeAll(async () => {
  cabinet = await startCabinet({ dataDirectory: path.join(directory, 'data'), seed: seedDemo });
}, 300_000);

afterAll(async () => {
  await cabinet.close();
  rmSync(directory, { recursive: true, force: true });
});

describe('the cabinet of the synthesized template, over HTTP', () => {
  it('plays the main job: an operator’s order is refused, taken, delivered, found and disconnected', async () => {
    const { port } = new URL(cabinet.origin);
    const play = path.join(import.meta.dirname, '../../../infra/demo/demo.ts');
    const { stdout } = await promisify(execFile)(process.execPath, [play, '--port', port]);
    expect(stdout).toContain('Ordered, delivered, found, disconnected.');
  }, 120_000);

  const routes = capabilities.flatMap((capability) => Object.entries(capability.routes));

  it.each(routes)('%s requires a token, unless it is public', async (_id, route) => {
    const { method, path: template } = route;
    const response = await fetch(cabinet.origin + template.replaceAll(/\{\w+\}/g, 'x'), { method });
    const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
    const body: unknown = isJson ? await response.json() : await response.text();
    const { status } = response;
    if (isSignedIn(route))
      expect({ status, body }).toEqual({ status: 401, body: { message: 'Unauthorized' } });
    else expect(status === 401 || status >= 500).toBe(false);
  });

  it('knows no other routes', async () => {
    const response = await fetch(`${cabinet.origin}/cabinet/v1/nothing`);
    expect({ status: response.status, body: await response.json() }).toEqual({
      status: 404,
      body: { message: 'Not Found' },
    });
  });

  it('lets one of two managers win who take the same step at the same moment', async () => {
    const clients = await Promise.all(
      [1, 2].map(() => CabinetClient.signIn(cabinet.origin, managerLogin, demoPassword)),
    );
    const [first] = clients;
    const { body } = await first!.request('GET', `${orders}?state=acknowledged&limit=1`);
    const [{ id }] = body as [{ id: string }];
    const { headers } = await first!.request('GET', `${orders}/${id}`);
    const ifMatch = { 'if-match': headers.get('etag') ?? '' };
    const answers = await Promise.all(
      clients.map((client) =>
        client.request('POST', `/cabinet/v1/productOrder/${id}/transition`, { state: 'inProgress' }, ifMatch),
      ),
    );
    const [winner, loser] = answers.map(({ status }) => status).sort();
    expect(winner).toBe(200);
    expect([409, 412]).toContain(loser);
  });
});
