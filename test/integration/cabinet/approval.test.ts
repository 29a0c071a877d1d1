import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningCabinet, startCabinet } from '../../../infra/local/boot/cabinet.ts';
import { noWatcher } from '../../../infra/local/boot/watcher.ts';
import { signInWithSrp } from '../../../infra/local/cognito/sign-in.ts';
import { CabinetClient } from '../../../infra/demo/cabinet-client.ts';
import { demoPassword, managerLogin } from '../../../infra/demo/people.ts';
import { seedDemo } from '../../../infra/demo/seed.ts';
import type { StoredMail } from '../../../infra/local/mail/outbox.ts';

const directory = mkdtempSync(path.join(tmpdir(), 'cabinet-approval-'));
const applications = '/cabinet/v1/review/application';
const mails: StoredMail[] = [];
let cabinet: RunningCabinet;
let manager: CabinetClient;

beforeAll(async () => {
  const watcher = {
    ...noWatcher,
    mail: (mail: StoredMail) => {
      mails.push(mail);
    },
  };
  cabinet = await startCabinet({ dataDirectory: path.join(directory, 'data'), seed: seedDemo, watcher });
  manager = await CabinetClient.signIn(cabinet.origin, managerLogin, demoPassword);
}, 300_000);

afterAll(async () => {
  await cabinet.close();
  rmSync(directory, { recursive: true, force: true });
});

describe('an application of the demo, over HTTP', () => {
  it('is in the queue on the first day, and its scans are shown', async () => {
    const { status, body } = await manager.request('GET', applications);
    expect(status).toBe(200);
    const [first] = body as { id: string }[];
    expect((body as unknown[]).length).toBeGreaterThanOrEqual(4);
    const { body: file } = await manager.request('GET', `${applications}/${first!.id}`);
    for (const { id, mimeType } of (file as { scan: { id: string; mimeType: string }[] }).scan) {
      const opened = await manager.request('POST', `${applications}/${first!.id}/scan/${id}/link`);
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
