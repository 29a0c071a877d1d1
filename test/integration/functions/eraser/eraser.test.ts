import type { S3Client } from '@aws-sdk/client-s3';
import { ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import type { Context } from 'aws-lambda';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createEraser } from '../../../../functions/eraser/eraser.ts';
import type { ApplicationRecord } from '../../../../shared/application/application-record.ts';
import { packageScans } from '../../../../shared/application/package-scans.ts';
import { FileBucket } from '../../../../shared/files/file-bucket.ts';
import { quarantineKey } from '../../../../shared/uploads/quarantine-key.ts';
import {
  type ReviewFixture,
  itemsOf,
  longHistory,
  openReview,
  putApplication,
  putEvent,
  putLongHistory,
  putScan,
} from '../review/fixture.ts';
import { runS3, type RunningS3 } from '../../../../infra/local/testing/s3/running-s3.ts';

const bucket = 'applications';
const due = '2026-03-02T08:00:00.000Z';
let fixture: ReviewFixture;
let files: RunningS3;
beforeAll(async () => {
  files = await runS3({ [bucket]: {} });
});
afterAll(() => files.close());
beforeEach(async () => {
  fixture = await openReview();
  return () => fixture.close();
});

const client = (): S3Client => files.client;

/** One run of the eraser; the table's calls go through an interceptor. */
async function run({
  milliseconds = 10_000,
  intercept = (forward: () => Promise<unknown>) => forward(),
  erase = new FileBucket(client(), bucket, () => fixture.now()),
}: {
  milliseconds?: number;
  intercept?: (forward: () => Promise<unknown>) => Promise<unknown>;
  erase?: { erase: (keys: readonly string[]) => Promise<void> };
} = {}): Promise<Record<string, unknown>> {
  const entries: Record<string, unknown> = {};
  // It runs every hour.
  await fixture.store.catchUp();
  const table = fixture.store.intercepted((_, forward) => intercept(forward));
  const eraser = createEraser({
    table,
    files: new Map([
      ['applications', erase],
      ['documents', erase],
    ]),
    clock: fixture.now,
    log: (code, fields) => {
      entries[code] = fields;
    },
    addContext: () => undefined,
  });
  await eraser({}, { awsRequestId: 'run', getRemainingTimeInMillis: () => milliseconds } as Context).catch(
    (error: unknown) => {
      entries['thrown'] = String(error);
    },
  );
  return entries;
}

/** An application with a scan, whose bytes are in both places. */
async function putWithScan(change: Partial<ApplicationRecord>): Promise<ApplicationRecord> {
  const application = await putApplication(fixture, { historySequence: 2, ...change });
  const scan = await putScan(fixture, application);
  const key = packageScans.objectKey({ applicationId: application.id }, scan.id);
  for (const Key of [key, quarantineKey(key)])
    await client().send(new PutObjectCommand({ Bucket: bucket, Key, Body: 'scan' }));
  await putEvent(fixture, application, 1, { kind: 'created', change: [] });
  return application;
}

async function objectsOf({ id }: ApplicationRecord): Promise<number> {
  const { Contents = [] } = await client().send(new ListObjectsV2Command({ Bucket: bucket }));
  return Contents.filter(({ Key }) => Key!.includes(id)).length;
}

const draft = { state: 'draft', eraseAt: due } as const;
const decided = {
  state: 'refused',
  eraseAt: due,
  decision: { at: due, by: 'manager-1', kind: 'refused', reason: 'Нет печати' },
} as const;
const correctionRequest = {
  kind: 'state' as const,
  change: [{ field: 'state', before: 'inReview', after: 'correctionRequested' }],
};
const left = async ({ id }: ApplicationRecord) => ({
  items: (await itemsOf(fixture, `APPLICATION#${id}`)).map(({ sk, kind }) => kind ?? sk),
  status: (await itemsOf(fixture, `APPLICATION/STATUS#${id}`)).length,
});

describe('the eraser', () => {
  test('takes an abandoned draft with everything that belongs to it', async () => {
    const application = await putWithScan(draft);
    expect(await run()).toEqual({
      erased: { draft: 1, decided: 0, unanswered: 0, changed: 0, open: 0, failed: 0 },
    });
    expect(await left(application)).toEqual({ items: [], status: 0 });
    expect(await objectsOf(application)).toBe(0);
  });

  test('erases the scans and personal data of a decided application, and keeps the decision', async () => {
    const accounts = [{ email: 'anna@a.example', outcome: 'created', sub: 'anna' }] as const;
    const approval = {
      operatorId: 'a1',
      existing: false,
      managerSub: 'm',
      startedAt: due,
      accounts: [...accounts],
    };
    const application = await putWithScan({ ...decided, approval });
    await run();
    const items = await itemsOf(fixture, `APPLICATION#${application.id}`);
    expect(items.map(({ sk, kind }) => kind ?? sk)).toEqual(['APPLICATION', 'created', 'erased']);
    // The invocation that erased it, as its log lines name it.
    expect(items.at(-1)).toMatchObject({ by: { side: 'system' }, requestId: 'run' });
    expect(items[0]).toMatchObject({
      decision: decided.decision,
      form: { company: application.form!.company },
      approval: { operatorId: 'a1', accounts: [{ outcome: 'created', sub: 'anna' }] },
      erasedAt: expect.any(String) as string,
    });
    expect(JSON.stringify(items)).not.toMatch(/anna@|Зимина|\+7495|eraseAt|duePartition/);
    expect(await objectsOf(application)).toBe(0);
    expect(await run()).toMatchObject({ erased: { draft: 0, decided: 0 } });
  });

  test('takes the words of requests for corrections, also out of the history, and leaves that they were made', async () => {
    const asked = { at: due, by: 'manager-1', text: 'В паспорте Ивана не видно даты' };
    const application = await putWithScan({ ...decided, corrections: [asked] });
    const pk = `APPLICATION#${application.id}`;
    await putEvent(fixture, application, 2, { ...correctionRequest, reason: asked.text });
    const address = `GET /cabinet/v1/review/application/${application.id}`;
    // Due, and not erased yet: readers do not see it any more.
    expect(JSON.stringify((await fixture.call(fixture.manager, address)).body)).not.toContain('Ивана');
    await run();
    const items = await itemsOf(fixture, pk);
    expect(JSON.stringify(items)).not.toContain('Ивана');
    expect(items[0]).toMatchObject({ corrections: [{ ...asked, text: '' }] });
    expect(items).toContainEqual(expect.objectContaining(correctionRequest));
  });

  test('erases them also from a history that is longer than one read', async () => {
    const asked = { at: due, by: 'manager-1', text: 'В паспорте Ивана не видно даты' };
    const last = longHistory + 1;
    const application = await putWithScan({ ...decided, corrections: [asked], historySequence: last });
    await putLongHistory(fixture, application);
    const key = await putEvent(fixture, application, last, { ...correctionRequest, reason: asked.text });
    expect(await run()).toMatchObject({ erased: { decided: 1, failed: 0 } });
    const item = await fixture.store.itemAt(key.pk, key.sk);
    expect(item).toMatchObject(correctionRequest);
    expect(item).not.toHaveProperty('reason');
    expect(await objectsOf(application)).toBe(0);
  });

  test('takes the particulars of a sole proprietor, who is a person', async () => {
    const company = { name: 'ИП Зимина', taxpayerNumber: '500100732259', legalAddress: 'Клин, 1' };
    const application = await putWithScan({ ...decided, form: { company, agreementNumber: 'МС-7' } });
    const { body } = await fixture.call(fixture.manager, 'GET /cabinet/v1/review/decision');
    expect(JSON.stringify(body)).toContain(application.id);
    expect(JSON.stringify(body)).not.toContain('Зимина');
    await run();
    const [item] = await itemsOf(fixture, `APPLICATION#${application.id}`);
    expect(item).toMatchObject({ state: 'refused', decision: decided.decision });
    expect(JSON.stringify(item)).not.toMatch(/Зимина|500100732259|Клин|МС-7/);
  });

  test('leaves applications that are not due yet, and open ones whatever their date', async () => {
    const later = await putWithScan({ ...draft, eraseAt: '2026-03-03T00:00:00.000Z' });
    const open = await putWithScan({ state: 'inReview', eraseAt: due });
    expect(await run()).toMatchObject({ erased: { draft: 0, decided: 0, open: 1 } });
    for (const application of [later, open]) {
      expect((await left(application)).items).toHaveLength(3);
      expect(await objectsOf(application)).toBe(2);
    }
  });

  test('leaves applications that were changed after they were found', async () => {
    const application = await putWithScan(draft);
    let calls = 0;
    const outcome = await run({
      intercept: async (forward) => {
        calls += 1;
        if (calls === 2) {
          const [item] = await itemsOf(fixture, `APPLICATION#${application.id}`);
          await fixture.store.put({ ...item, version: 2, eraseAt: '2026-03-09T00:00:00.000Z' });
        }
        return forward();
      },
    });
    expect(outcome).toMatchObject({ erased: { draft: 0, changed: 1 } });
    expect((await left(application)).items).toHaveLength(3);
    expect(await objectsOf(application)).toBe(2);
  });

  test.each([
    ['draft', draft, { items: [], status: 0 }],
    ['decided application', decided, { items: ['APPLICATION', 'created', 'erased'], status: 1 }],
    [
      'unanswered application',
      { state: 'correctionRequested', eraseAt: due },
      { items: ['APPLICATION', 'created', 'unanswered', 'erased'], status: 1 },
    ],
  ] as const)('that dies after any of its calls erases a %s in the next run', async (_, change, expected) => {
    for (let nth = 1; ; nth += 1) {
      const application = await putWithScan(change);
      let calls = 0;
      const outside = async (forward: () => Promise<unknown>) => {
        calls += 1;
        if (calls > nth) throw new Error('crash');
        const answer = await forward();
        if (calls === nth) throw new Error('crash');
        return answer;
      };
      const bytes = new FileBucket(client(), bucket, fixture.now);
      await run({
        intercept: outside,
        erase: {
          erase: async (keys) => {
            await outside(() => bytes.erase(keys));
          },
        },
      });
      await run();
      expect([nth, await left(application)]).toEqual([nth, expected]);
      expect([nth, await objectsOf(application)]).toEqual([nth, 0]);
      if (calls < nth) break;
      expect(nth).toBeLessThan(20);
    }
  });

  test('continues in the next run after a timeout, and skips failures', async () => {
    const applications: ApplicationRecord[] = [];
    for (let number = 0; number < 30; number += 1) applications.push(await putWithScan(draft));
    expect(await run({ milliseconds: 100 })).toMatchObject({ erased: { draft: 0 } });
    const bytes = new FileBucket(client(), bucket, fixture.now);
    const failing = {
      erase: (keys: readonly string[]) =>
        keys[0]!.includes(applications[3]!.id) ? Promise.reject(new Error('busy')) : bytes.erase(keys),
    };
    expect(await run({ erase: failing })).toMatchObject({
      erased: { draft: 29, failed: 1 },
      thrown: expect.stringContaining('ErasureFailed') as string,
    });
    expect(await run()).toMatchObject({ erased: { draft: 1, failed: 0 } });
  });
});
