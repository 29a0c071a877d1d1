import { randomBytes } from 'node:crypto';
import { S3Client } from '@aws-sdk/client-s3';
import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import { createHandlers } from '../../../../functions/applications/handlers.ts';
import { routes } from '../../../../functions/applications/routes.ts';
import { eraseApplication, type Outcome } from '../../../../functions/eraser/erase.ts';
import { type Due, ErasureStore } from '../../../../functions/eraser/store.ts';
import type { ApplicationRecord } from '../../../../shared/application/application-record.ts';
import { applicationSecretHeader } from '../../../../shared/auth/applicant-secret.ts';
import { FileBucket } from '../../../../shared/files/file-bucket.ts';
import { createIds } from '../../../../shared/table/ids.ts';
import type { Table } from '../../../../shared/table/table.ts';
import { type Answer, callerOf } from '../../../invoke.ts';
import { applicantWith } from '../../../samples/applications-world.ts';
import { type ReviewFixture, itemsOf, openReview, putApplication, putScan } from '../review/fixture.ts';

const review = '/cabinet/v1/review/application';
/** All personal data of the application. */
const people = /Ивана|Зимина|Лыков|anna@|pyotr@|\+7495/;
const day = 24 * 60 * 60 * 1000;
const kinds = ['application', 'identityDocument', 'powerOfAttorney'] as const;
let fixture: ReviewFixture;
beforeEach(async () => {
  fixture = await openReview();
  return () => fixture.close();
});

const files = new FileBucket(
  new S3Client({
    endpoint: 'http://127.0.0.1:1',
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  }),
  'applications',
  () => new Date(),
);

interface Asked {
  readonly id: string;
  /** What the applicant asks of the application, by its secret; over a table of one's own where one is given. */
  readonly ask: (request: string, body?: unknown, table?: Table) => Promise<Answer>;
}

/** An application whose applicant was asked for corrections today. */
async function askForCorrections(channel: ApplicationRecord['channel'] = 'form'): Promise<Asked> {
  const secret = randomBytes(32).toString('base64url');
  const { applicationId: id, secretHash } = applicantWith(secret);
  const application = await putApplication(fixture, { id, secretHash, channel });
  for (const [index, kind] of kinds.entries())
    await putScan(fixture, application, { id: `01KHJK0000000000000000SCA${String(index)}`, kind });
  const body = { text: 'В паспорте Ивана пятно' };
  await fixture.call(fixture.manager, `POST ${review}/${id}/correction`, { body });
  return {
    id,
    ask: (request, asked, table = fixture.store.table) => {
      const [method = '', path = ''] = request.split(' ');
      const { now: clock } = fixture;
      const handlers = createHandlers({ table, files, clock, ids: createIds(clock), log: () => undefined });
      const headers = { [applicationSecretHeader.toLowerCase()]: secret };
      const parts = { headers, ...(asked === undefined ? {} : { body: asked }) };
      const call = callerOf(routes, handlers, { table, clock });
      return call(undefined, `${method} /cabinet/v1/application/${id}${path}`, parts);
    },
  };
}

const own = async ({ ask }: Asked) => (await ask('GET')).body as object;
const status = async ({ ask }: Asked) => (await ask('GET /status')).body as object;
const file = async ({ id }: Asked) =>
  (await fixture.call(fixture.manager, `GET ${review}/${id}`)).body as object;
const queue = async () => (await fixture.call(fixture.manager, `GET ${review}`)).body as object[];
const decided = async () =>
  (await fixture.call(fixture.manager, 'GET /cabinet/v1/review/decision')).body as object[];

const erasures = () => new ErasureStore(fixture.store.table, { kind: 'system' }, 'run');

/** Outcomes of the applications that are due, or were found earlier, and the erased objects. */
async function erase(found?: readonly Due<ApplicationRecord>[]) {
  const store = erasures();
  const erased: string[] = [];
  const keep = (keys: readonly string[]) => Promise.resolve(void erased.push(...keys));
  const outcomes: Outcome[] = [];
  // It runs every hour.
  await fixture.store.catchUp();
  for (const { found: application } of found ?? (await store.due(fixture.now(), undefined)))
    outcomes.push(
      await eraseApplication(application, {
        store,
        files: new Map([['applications' as const, { erase: keep }]]),
        now: fixture.now(),
      }),
    );
  return { outcomes, erased };
}

describe('a request for corrections', () => {
  test('says to both sides until when the answer is awaited', async () => {
    const asked = await askForCorrections();
    // The second of March and 30 days, to the end of the day in Moscow.
    const dueAt = '2026-04-01T20:59:59.999Z';
    expect(await own(asked)).toMatchObject({ state: 'correctionRequested', waitingFor: 'applicant', dueAt });
    expect(await status(asked)).toMatchObject({
      state: 'correctionRequested',
      waitingFor: 'applicant',
      dueAt,
    });
    expect(await file(asked)).toMatchObject({
      waitingFor: 'applicant',
      dueAt,
      eraseAt: dueAt,
      overdue: false,
    });
  });

  test('that is answered in time continues, and the eraser skips it', async () => {
    const asked = await askForCorrections();
    fixture.passMilliseconds(30 * day);
    expect(await asked.ask('POST /submission')).toMatchObject({ status: 200, body: { state: 'inReview' } });
    fixture.passMilliseconds(90 * day);
    expect((await erase()).outcomes).toEqual([]);
    expect(await file(asked)).toMatchObject({ state: 'inReview', form: { contact: {} } });
    expect(await file(asked)).not.toHaveProperty('eraseAt');
  });

  test('on paper that a manager takes again in time continues as well', async () => {
    const asked = await askForCorrections('paper');
    fixture.passMilliseconds(30 * day);
    const taken = await fixture.call(fixture.manager, `POST ${review}/${asked.id}/assignment`);
    expect(taken.body).toMatchObject({ state: 'inReview' });
    expect(taken.body).not.toHaveProperty('eraseAt');
    fixture.passMilliseconds(90 * day);
    expect((await erase()).outcomes).toEqual([]);
  });
});

describe.each(['form', 'paper'] as const)('an unanswered application from %s', (channel) => {
  let asked: Asked;
  beforeEach(async () => {
    asked = await askForCorrections(channel);
    fixture.passMilliseconds(31 * day);
  });

  const refused = {
    state: 'refused',
    decision: { at: '2026-04-01T20:59:59.999Z', kind: 'refused', cause: 'unanswered' },
  };

  test('is refused from that time for all readers, before and after the eraser runs', async () => {
    const seen = async () => ({
      own: await own(asked),
      status: await status(asked),
      file: await file(asked),
      queue: await queue(),
    });
    const before = await seen();
    expect(before.own).toMatchObject({
      ...refused,
      corrections: [{ text: '' }],
      package: { application: [] },
    });
    expect(before.status).toMatchObject({ state: 'refused', updatedAt: refused.decision.at });
    expect(before.status).not.toHaveProperty('waitingFor');
    expect(before.file).toMatchObject({ ...refused, attachment: [] });
    expect(before.file).not.toHaveProperty('plan');
    expect(before.queue).toEqual([]);
    expect(JSON.stringify(before)).not.toMatch(people);

    expect((await erase()).outcomes).toEqual(['unanswered']);
    const after = await seen();
    expect(after.own).toEqual(before.own);
    expect(after.status).toEqual(before.status);
    expect(after.queue).toEqual([]);
    expect(after.file).toMatchObject({ ...refused, attachment: [], erasedAt: expect.any(String) as string });
    expect(await decided()).toMatchObject([{ id: asked.id, ...refused }]);
    expect(after.file).toMatchObject({
      history: [
        { kind: 'erased' },
        { kind: 'unanswered', from: 'correctionRequested', to: 'refused', at: refused.decision.at },
        { kind: 'state', to: 'correctionRequested', by: { isMe: true } },
      ],
    });
  });

  test('takes no answer, no scan and no step, before the eraser and after', async () => {
    for (const when of ['before', 'after']) {
      expect([when, await asked.ask('POST /submission')]).toMatchObject([
        when,
        { status: 200, body: { state: 'refused' } },
      ]);
      expect([when, await asked.ask('PATCH', { form: { agreementNumber: 'МС-9' } })]).toMatchObject([
        when,
        { status: 409, body: { code: 'changeForbidden' } },
      ]);
      for (const step of ['assignment', 'correction', 'refusal', 'approval']) {
        const body = {
          assignment: undefined,
          correction: { text: 'x' },
          refusal: { reason: 'x' },
          approval: {},
        }[step];
        const answer = await fixture.call(fixture.manager, `POST ${review}/${asked.id}/${step}`, { body });
        const code: unknown = answer.body.code;
        expect([when, step, answer.status, code]).toEqual([when, step, 409, 'transitionForbidden']);
      }
      const scan = `${review}/${asked.id}/attachment/01KHJK0000000000000000SCA0`;
      expect([when, await fixture.call(fixture.manager, `GET ${scan}`)]).toMatchObject([
        when,
        { status: 404 },
      ]);
      await erase();
    }
  });

  test('leaves no scan, no person and nothing to be erased again', async () => {
    const { erased } = await erase();
    expect(erased).toHaveLength(2 * kinds.length);
    const items = await itemsOf(fixture, `APPLICATION#${asked.id}`);
    expect(items.map(({ sk, kind }) => kind ?? sk)).toEqual(['APPLICATION', 'state', 'unanswered', 'erased']);
    expect(JSON.stringify(items)).not.toMatch(people);
    expect(JSON.stringify(items)).not.toMatch(/eraseAt|duePartition|managerPartition/);
    expect(await itemsOf(fixture, `APPLICATION/STATUS#${asked.id}`)).toMatchObject([{ state: 'refused' }]);
    expect((await erase()).outcomes).toEqual([]);
  });
});

describe('a race between an answer and the eraser', () => {
  test('that the answer wins leaves everything to the carrier', async () => {
    const asked = await askForCorrections();
    // As the index, which is behind, still says it.
    await fixture.store.catchUp();
    const found = await erasures().due(new Date(fixture.now().getTime() + 31 * day), undefined);
    await asked.ask('POST /submission');
    fixture.passMilliseconds(31 * day);
    expect([found.length, await erase(found)]).toEqual([1, { outcomes: ['changed'], erased: [] }]);
    expect(await file(asked)).toMatchObject({
      state: 'inReview',
      form: { contact: {} },
      attachment: [{}, {}, {}],
    });
  });

  /** Ends the term, and has the eraser come, between the reading of an answer and its writing. */
  const late = () => {
    let isOver = false;
    return async (command: object, forward: () => Promise<unknown>) => {
      if (command instanceof TransactWriteItemsCommand && !isOver) {
        isOver = true;
        fixture.passMilliseconds(31 * day);
        expect((await erase()).outcomes).toEqual(['unanswered']);
      }
      return forward();
    };
  };
  const nothingLeft = async ({ id }: Asked) => {
    const items = await itemsOf(fixture, `APPLICATION#${id}`);
    expect(items.map(({ sk, kind }) => kind ?? sk)).toEqual(['APPLICATION', 'state', 'unanswered', 'erased']);
    expect(JSON.stringify(items)).not.toMatch(people);
  };

  test('that the eraser wins answers the applicant with the refusal', async () => {
    const asked = await askForCorrections();
    const answer = await asked.ask('POST /submission', undefined, fixture.store.intercepted(late()));
    expect(answer).toMatchObject({
      status: 200,
      body: { state: 'refused', decision: { cause: 'unanswered' } },
    });
    await nothingLeft(asked);
  });

  test.each([
    ['an uploaded file', 'POST /attachment', { kind: 'other', ...fileOf('Ещё.pdf') }],
    ['a correction of the form', 'PATCH', { form: { agreementNumber: 'МС-9' } }],
  ])('that the eraser wins refuses %s', async (_, request, body) => {
    const asked = await askForCorrections();
    const answer = await asked.ask(request, body, fixture.store.intercepted(late()));
    expect(answer).toMatchObject({ status: 409, body: { code: 'changeForbidden' } });
    await nothingLeft(asked);
  });

  test('that the eraser wins tells the manager who takes a paper package again, or adds to it', async () => {
    for (const [step, body] of [
      ['assignment', undefined],
      ['attachment', { kind: 'other', ...fileOf('Ещё.pdf') }],
    ] as const) {
      const asked = await askForCorrections('paper');
      const intercept = late();
      const call = fixture.through((forward, command) => intercept(command, forward));
      const parts = body === undefined ? {} : { body };
      const answer = await call(fixture.manager, `POST ${review}/${asked.id}/${step}`, parts);
      expect([step, answer]).toMatchObject([step, { status: 409, body: { code: 'concurrentChange' } }]);
      await nothingLeft(asked);
    }
  });
});

function fileOf(fileName: string) {
  return {
    fileName,
    mimeType: 'application/pdf',
    size: 1000,
    sha256: '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
  };
}
