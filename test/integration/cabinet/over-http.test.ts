import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCabinet } from '../../../infra/demo/cabinet.ts';
import type { RunningCabinet } from '../../../infra/demo/cabinet.ts';
import { capabilities } from '../../../infra/declarations/capabilities.ts';
import { noWatcher } from '../../../infra/local/boot/watcher.ts';
import { signInWithSrp } from '../../../infra/local/cognito/sign-in.ts';
import type { StoredMail } from '../../../infra/local/mail/outbox.ts';
import { CabinetClient } from '../../../infra/demo/cabinet-client.ts';
import { demoPassword, managerLogin } from '../../../infra/demo/people.ts';
import { seedDemo } from '../../../infra/demo/seed.ts';
import { isSignedIn } from '../../../shared/http/route.ts';

const directory = mkdtempSync(path.join(tmpdir(), 'cabinet-over-http-'));
const orders = '/tmf-api/productOrderingManagement/v4/productOrder';
const applications = '/cabinet/v1/review/application';
const mails: StoredMail[] = [];
let cabinet: RunningCabinet;

beforeAll(async () => {
  const watcher = {
    ...noWatcher,
    mail: (mail: StoredMail) => {
      mails.push(mail);
    },
  };
  cabinet = await startCabinet({ dataDirectory: path.join(directory, 'data'), seed: seedDemo, watcher });
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

describe('an application of the demo, over HTTP', () => {
  let manager: CabinetClient;
  beforeAll(async () => {
    manager = await CabinetClient.signIn(cabinet.origin, managerLogin, demoPassword);
  });

  it('is in the queue on the first day, and its scans are shown', async () => {
    const { status, body } = await manager.request('GET', applications);
    expect(status).toBe(200);
    const [first] = body as { id: string }[];
    expect((body as unknown[]).length).toBeGreaterThanOrEqual(4);
    const { body: file } = await manager.request('GET', `${applications}/${first!.id}`);
    for (const { id, mimeType } of (file as { attachment: { id: string; mimeType: string }[] }).attachment) {
      const opened = await manager.request('GET', `${applications}/${first!.id}/attachment/${id}`);
      const response = await fetch((opened.body as { url: string }).url);
      expect([response.status, response.headers.get('content-type')]).toEqual([200, mimeType]);
      expect(response.headers.get('content-disposition')).toMatch(/^inline; /);
      await response.arrayBuffer();
    }
  });

  it('is approved, and the new administrator signs in with the temporary password from the mail', async () => {
    const address = `${applications}/DEM0BA1KA1SVYAZ0`;
    const checkList = {
      applicationSigned: true,
      identityChecked: true,
      authorityChecked: true,
      requisitesChecked: true,
    };
    await manager.request('PATCH', address, { checkList });
    const approved = await manager.request('POST', `${address}/approval`, {});
    expect(approved).toMatchObject({
      status: 200,
      body: { state: 'approved', approval: { operatorId: 'baikalsviaz', existing: false } },
    });

    const username = 'director@baikalsvyaz.example';
    const invitations = mails.filter(({ recipients }) => recipients.includes(username));
    expect(invitations).toHaveLength(1);
    const [, password = ''] = /Временный пароль: (.*?)<br>/.exec(invitations[0]!.body) ?? [];
    const newPassword = 'Own-password-of-2026!';
    await signInWithSrp({
      endpoint: cabinet.endpoints['cognito-identity-provider'],
      poolId: cabinet.userPoolId,
      clientId: cabinet.userPoolClientId,
      username,
      password,
      newPassword,
    });
    const director = await CabinetClient.signIn(cabinet.origin, username, newPassword);
    expect((await director.request('GET', '/cabinet/v1/me')).body).toMatchObject({
      side: 'operator',
      roles: expect.arrayContaining(['administrator', 'finance']) as string[],
      operator: { id: 'baikalsviaz', name: 'ООО «Байкалсвязь»' },
    });
  });
});
