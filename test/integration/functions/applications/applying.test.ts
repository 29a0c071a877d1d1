import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { type RunningCabinet, startCabinet } from '../../../../infra/demo/cabinet.ts';
import { noWatcher } from '../../../../infra/local/boot/watcher.ts';
import { applicationSecretHeader } from '../../../../shared/auth/applicant.ts';
import { wholeForm } from '../../../samples/applications-world.ts';
import { Applicant, pdf, send } from './applicant.ts';

const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
const refusalSchema = z.object({ problem: z.array(z.object({ pointer: z.string() })) });
const directory = mkdtempSync(path.join(tmpdir(), 'cabinet-applying-'));
const logged: string[] = [];
const secrets: string[] = [];
let cabinet: RunningCabinet;
let files: S3Client;

beforeAll(async () => {
  cabinet = await startCabinet({
    dataDirectory: path.join(directory, 'data'),
    watcher: {
      ...noWatcher,
      output: ({ line }) => logged.push(line),
      request: (line) => logged.push(JSON.stringify(line)),
      report: (line) => logged.push(line),
    },
  });
  const { region, credentials, endpoints } = cabinet;
  files = new S3Client({ region, credentials, endpoint: endpoints.s3, forcePathStyle: true });
}, 300_000);

afterAll(async () => {
  files.destroy();
  await cabinet.close();
  rmSync(directory, { recursive: true, force: true });
});

async function begin(): Promise<Applicant> {
  const applicant = new Applicant(cabinet.origin);
  secrets.push(applicant.secret);
  expect((await applicant.ask('POST')).status).toBe(201);
  return applicant;
}

function pointersOf(body: unknown): string[] {
  return refusalSchema.parse(body).problem.map(({ pointer }) => pointer);
}

async function objects(): Promise<string[]> {
  const { Contents = [] } = await files.send(
    new ListObjectsV2Command({ Bucket: cabinet.buckets['Applications'] }),
  );
  return Contents.map(({ Key = '' }) => Key);
}

describe('applying over HTTP', () => {
  it('goes from an empty form to a submitted package and to corrections, by the secret alone', async () => {
    const applicant = await begin();
    const again = await applicant.ask('POST');
    expect([again.status, again.body.id, again.headers.get('location')]).toEqual([
      201,
      applicant.id,
      `/cabinet/v1/application/${applicant.id}`,
    ]);

    const tooEarly = await applicant.ask('POST', `/${applicant.id}/submission`);
    expect(tooEarly.status).toBe(400);
    expect(pointersOf(tooEarly.body).toSorted()).toEqual([
      '/form/company',
      '/form/contact',
      '/form/users',
      '/package/application',
      '/package/identityDocument',
      '/package/powerOfAttorney',
    ]);

    const { company, ...rest } = wholeForm;
    const first = await applicant.ask(
      'PATCH',
      `/${applicant.id}`,
      { form: { company } },
      { 'if-match': '"1"' },
    );
    expect([first.status, first.headers.get('etag')]).toEqual([200, '"2"']);
    const stale = await applicant.ask('PATCH', `/${applicant.id}`, { form: rest }, { 'if-match': '"1"' });
    expect([stale.status, stale.body.code]).toEqual([412, 'stale']);
    const wrong = await applicant.ask('PATCH', `/${applicant.id}`, {
      form: { company: { taxpayerNumber: '7707083894' }, contact: { phone: '8 800' } },
    });
    expect(pointersOf(wrong.body)).toEqual(['/form/company/taxpayerNumber', '/form/contact/phone']);
    expect((await applicant.ask('PATCH', `/${applicant.id}`, { form: rest })).body.form).toEqual(wholeForm);

    // Three at once, as the page sends them.
    const kinds = ['application', 'identityDocument', 'powerOfAttorney'];
    const ids = await Promise.all(kinds.map((kind) => applicant.upload(pdf(kind), { kind })));
    for (const id of ids) expect((await applicant.judged(id)).state).toBe('accepted');
    // The bytes leave quarantine after the verdict is on record.
    await vi.waitFor(async () => {
      expect(await objects()).toEqual(ids.map((id) => `applications/${applicant.id}/${id}`).toSorted());
    }, 15_000);

    const twice = await Promise.all([1, 2].map(() => applicant.ask('POST', `/${applicant.id}/submission`)));
    for (const { status, body } of twice) {
      expect([status, body.state, body.waitingFor]).toEqual([200, 'submitted', 'carrier']);
    }
    expect(twice[0]!.body.dueAt > twice[0]!.body.submittedAt).toBe(true);
    expect(twice[0]!.body).not.toHaveProperty('expiresAt');

    for (const refused of [
      await applicant.ask('PATCH', `/${applicant.id}`, { form: { agreementNumber: 'X' } }),
      await applicant.ask('DELETE', `/${applicant.id}/attachment/${ids[0]!}`),
      await applicant.announce(pdf('late')),
    ]) {
      expect([refused.status, refused.body.code]).toEqual([409, 'changeForbidden']);
    }

    const status = await fetch(`${cabinet.origin}/cabinet/v1/application/${applicant.id}/status`);
    expect(await status.json()).toEqual({
      '@type': 'CabinetApplicationStatus',
      id: applicant.id,
      state: 'submitted',
      waitingFor: 'carrier',
      updatedAt: twice[0]!.body.updatedAt,
      dueAt: twice[0]!.body.dueAt,
    });
  });

  it('prints the standard application: blank for everyone, filled in with the secret', async () => {
    const applicant = await begin();
    for (const [address, headers] of [
      ['form', {}],
      [`${applicant.id}/form`, { [applicationSecretHeader]: applicant.secret }],
    ] as const) {
      const response = await fetch(`${cabinet.origin}/cabinet/v1/application/${address}`, { headers });
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf']);
      expect(response.headers.get('content-disposition')).toContain("filename*=UTF-8''%D0%97%D0%B0");
      expect(
        Buffer.from(await response.arrayBuffer())
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-');
    }
  });

  it('returns the same response for an unknown application and for another applicant’s', async () => {
    const applicant = await begin();
    const stranger = new Applicant(cabinet.origin);
    const answers = [await stranger.ask('GET', `/${applicant.id}`), await stranger.read()];
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    expect(answers[0]!.body).toEqual(answers[1]!.body);
    expect(answers[0]!.body.code).toBe('notFound');
  });

  it('replaces a scan: the removed one is deleted from the package and from the bucket', async () => {
    const applicant = await begin();
    const id = await applicant.upload(pdf('old'));
    await applicant.judged(id);
    expect((await applicant.ask('DELETE', `/${applicant.id}/attachment/${id}`)).status).toBe(204);
    expect(await applicant.scans()).toEqual([]);
    await vi.waitFor(async () => {
      expect((await objects()).filter((key) => key.includes(applicant.id))).toEqual([]);
    }, 15_000);
    expect((await applicant.ask('DELETE', `/${applicant.id}/attachment/${id}`)).status).toBe(404);
  });

  it('renews the upload of a file that did not arrive, but not of one that did', async () => {
    const applicant = await begin();
    const { body } = await applicant.announce(pdf());
    const renewed = await applicant.ask('POST', `/${applicant.id}/attachment/${body.id}`);
    expect(renewed.status).toBe(200);
    expect(await send(renewed.body.target, pdf())).toBe(204);
    await applicant.judged(body.id);
    const late = await applicant.ask('POST', `/${applicant.id}/attachment/${body.id}`);
    expect([late.status, late.body.code]).toEqual([409, 'changeForbidden']);
  });
});

describe('a wrong file', () => {
  it.each([
    ['is empty', { size: 0 }, '/size'],
    ['is larger than 20 MB', { size: 21 * 1024 * 1024 }, '/size'],
    ['names a path', { fileName: '../../Заявление.pdf' }, '/fileName'],
    ['has an emoji in its name', { fileName: 'Заявление 💥.pdf' }, '/fileName'],
    ['is a program', { fileName: 'setup.exe', mimeType: 'application/x-msdownload' }, '/mimeType'],
    ['has an ending of another type', { fileName: 'Заявление.png' }, '/fileName'],
    ['has no hash', { sha256: 'none' }, '/sha256'],
  ])('that %s is refused before it is sent', async (_, change, pointer) => {
    const applicant = await begin();
    const { status, body } = await applicant.announce(pdf(), change);
    expect([status, pointersOf(body)]).toEqual([400, [pointer]]);
    expect(await applicant.scans()).toEqual([]);
  });

  it('that is not what was announced is refused by the bucket: other bytes, size, type or key', async () => {
    const applicant = await begin();
    const bytes = pdf('right');
    const { target } = (await applicant.announce(bytes)).body;
    const others = Buffer.from(bytes.toString().replace('right', 'wrong'));
    for (const [sent, change] of [
      [others, {}],
      [Buffer.concat([bytes, bytes]), {}],
      [bytes.subarray(1), {}],
      [bytes, { 'Content-Type': 'text/html' }],
      [bytes, { key: 'applications/elsewhere' }],
      [bytes, { 'x-amz-checksum-sha256': Buffer.alloc(32).toString('base64') }],
    ] as const) {
      expect(await send(target, sent, change)).toBeGreaterThanOrEqual(400);
    }
    await vi.waitFor(async () => {
      expect((await objects()).filter((key) => key.includes(applicant.id))).toEqual([]);
    }, 15_000);
  });

  it.each([
    ['a PDF that is called a picture', pdf(), { fileName: 'a.png', mimeType: 'image/png' }, 'otherType'],
    ['a program that is called a PDF', Buffer.from('MZ\x90\0 %PDF-1.7'), {}, 'otherType'],
    ['a PDF with a virus in it', pdf(eicar), {}, 'malware'],
  ])('%s is refused by the inspection, and nothing is left of it', async (_, bytes, change, refusal) => {
    const applicant = await begin();
    const id = await applicant.upload(bytes, change);
    expect(await applicant.judged(id)).toMatchObject({ state: 'refused', refusal });
    await vi.waitFor(async () => {
      expect((await objects()).filter((key) => key.includes(id))).toEqual([]);
    }, 15_000);
  });
});

describe('the logs of all that', () => {
  it('contain no personal data', () => {
    expect(logged.length).toBeGreaterThan(20);
    const all = logged.join('\n');
    for (const personal of [
      'Семёнова',
      'Котов',
      'Северные',
      'semenova@lines.example',
      'kotov@lines.example',
      '78182123456',
      '7707083893',
      '1027700132195',
      'МС-17/2026',
      'Заявление',
      ...secrets,
    ]) {
      expect(all).not.toContain(personal);
    }
  });
});
