import { AdminCreateUserCommand } from '@aws-sdk/client-cognito-identity-provider';
import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { applicationEventSchema } from '../../../../shared/application/application-event.ts';
import { itemsOf, newForm, openReview, putApplication, putScan, type ReviewFixture } from './fixture.ts';

let fixture: ReviewFixture;
beforeEach(async () => {
  fixture = await openReview();
});
afterEach(() => fixture.close());

const review = '/cabinet/v1/review/application';
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

async function stateOf(id: string) {
  const items = await itemsOf(fixture, `APPLICATION#${id}`);
  const events = items
    .filter(({ sk }) => String(sk).startsWith('APPLICATION/HISTORY#'))
    .map((item) => applicationEventSchema.parse(item));
  const { version, historySequence } = items.find(({ sk }) => sk === 'APPLICATION') ?? {};
  return {
    version,
    historySequence,
    numbers: events.map(({ sequence }) => sequence),
    kinds: events.map(({ kind }) => kind),
  };
}

/** Calls whose transaction with this number is preceded by another request. */
function precededBy(request: () => Promise<{ readonly status: number }>, transaction: number) {
  let transactions = 0;
  return fixture.through(async (forward, command) => {
    if (command instanceof TransactWriteItemsCommand && (transactions += 1) === transaction)
      expect((await request()).status).toBe(200);
    return forward();
  });
}

/** Calls during which a scan is opened before the transaction with this number. */
function duringWhich(id: string, scanId: string, transaction: number) {
  return precededBy(
    () => fixture.call(fixture.manager, `GET ${review}/${id}/attachment/${scanId}`),
    transaction,
  );
}

const announced = (kind: string) => ({
  kind,
  fileName: `${kind}.pdf`,
  mimeType: 'application/pdf',
  size: 1000,
  sha256: '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
});

describe('opening a scan', () => {
  test('several times at once is recorded every time, and leaves the version as it is', async () => {
    const { id } = await putApplication(fixture);
    const scan = await putScan(fixture, { id });
    const answers = await Promise.all(
      upTo(4).map(() => fixture.call(fixture.manager, `GET ${review}/${id}/attachment/${scan.id}`)),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await stateOf(id)).toEqual({
      version: 1,
      historySequence: 4,
      numbers: upTo(4),
      kinds: ['scanOpened', 'scanOpened', 'scanOpened', 'scanOpened'],
    });
  });

  test('does not make a manager’s If-Match stale, not even between the reading and the writing', async () => {
    const { id } = await putApplication(fixture);
    const scan = await putScan(fixture, { id });
    await fixture.call(fixture.manager, `GET ${review}/${id}/attachment/${scan.id}`);
    const call = duringWhich(id, scan.id, 1);
    const answer = await call(fixture.manager, `PATCH ${review}/${id}`, {
      body: { checkList: { identityChecked: false } },
      headers: { 'if-match': '"1"' },
    });
    expect([answer.status, answer.headers['etag']]).toEqual([200, '"2"']);
    expect(await stateOf(id)).toEqual({
      version: 2,
      historySequence: 3,
      numbers: upTo(3),
      kinds: ['scanOpened', 'scanOpened', 'changed'],
    });
  });

  test.each([1, 2])('does not stop an approval before its transaction %d', async (transaction) => {
    const { id } = await putApplication(fixture);
    const scan = await putScan(fixture, { id });
    const call = duringWhich(id, scan.id, transaction);
    const answer = await call(fixture.manager, `POST ${review}/${id}/approval`, { body: {} });
    expect([answer.status, answer.body.state]).toEqual([200, 'approved']);
    const kinds = transaction === 1 ? ['scanOpened', 'state', 'state'] : ['state', 'scanOpened', 'state'];
    expect(await stateOf(id)).toMatchObject({ historySequence: 3, numbers: upTo(3), kinds });
  });
});

test('opening a scan does not lose the progress of an approval that runs out of time', async () => {
  const users = upTo(8).map((number) => ({
    name: 'Анна Зимина',
    email: `user${String(number)}@progress.example`,
    roles: ['administrator' as const],
  }));
  const { id } = await putApplication(fixture, { form: newForm({ users }) });
  const scan = await putScan(fixture, { id });
  let transactions = 0;
  const call = fixture.through(async (forward, command) => {
    if (command instanceof AdminCreateUserCommand) fixture.passMilliseconds(7000);
    if (command instanceof TransactWriteItemsCommand && (transactions += 1) === 2)
      await fixture.call(fixture.manager, `GET ${review}/${id}/attachment/${scan.id}`);
    return forward();
  });
  const approve = () => call(fixture.manager, `POST ${review}/${id}/approval`, { body: {} });
  expect((await approve()).status).toBe(503);
  expect(await stateOf(id)).toMatchObject({ version: 3, numbers: upTo(2), kinds: ['state', 'scanOpened'] });
  const { status, body } = await call(fixture.manager, `GET ${review}/${id}`);
  expect([status, body.approval.account.length]).toEqual([200, 4]);
});

describe('two changes of an application at the same moment', () => {
  test('leave one event: the other is answered with a conflict', async () => {
    const { id } = await putApplication(fixture);
    const refuse = () =>
      fixture.call(fixture.manager, `POST ${review}/${id}/refusal`, { body: { reason: 'x' } });
    const answers = await Promise.all([refuse(), refuse(), refuse()]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
    expect(await stateOf(id)).toMatchObject({ version: 2, historySequence: 1, numbers: [1] });
  });

  test('that announce scans are both recorded', async () => {
    const { id } = await putApplication(fixture, { channel: 'paper' });
    const kinds = ['application', 'identityDocument', 'other'] as const;
    const answers = await Promise.all(
      kinds.map((kind) =>
        fixture.call(fixture.manager, `POST ${review}/${id}/attachment`, { body: announced(kind) }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(await stateOf(id)).toMatchObject({ version: 1, historySequence: 3, numbers: upTo(3) });
  });
});

// Pages announce all of the chosen files at once.
test('a whole package can be announced at once', async () => {
  const { id } = await putApplication(fixture, { channel: 'paper' });
  const answers = await Promise.all(
    upTo(20).map(() =>
      fixture.call(fixture.manager, `POST ${review}/${id}/attachment`, { body: announced('other') }),
    ),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  expect(await stateOf(id)).toMatchObject({ version: 1, historySequence: 20, numbers: upTo(20) });
});

describe('a change of the checklist', () => {
  const tick = (id: string) => () =>
    fixture.call(fixture.manager, `PATCH ${review}/${id}`, {
      body: { checkList: { identityChecked: false } },
    });

  test('does not stop a scan from being announced', async () => {
    const { id } = await putApplication(fixture, { channel: 'paper' });
    const call = precededBy(tick(id), 1);
    const answer = await call(fixture.manager, `POST ${review}/${id}/attachment`, {
      body: announced('other'),
    });
    expect(answer.status).toBe(201);
    expect(await stateOf(id)).toMatchObject({
      version: 2,
      numbers: upTo(2),
      kinds: ['changed', 'scanAdded'],
    });
  });

  test('does not stop a scan from being removed', async () => {
    const { id } = await putApplication(fixture, { channel: 'paper' });
    const scan = await putScan(fixture, { id });
    const call = precededBy(tick(id), 1);
    expect((await call(fixture.manager, `DELETE ${review}/${id}/attachment/${scan.id}`)).status).toBe(204);
    expect(await stateOf(id)).toMatchObject({
      version: 2,
      numbers: upTo(2),
      kinds: ['changed', 'scanRemoved'],
    });
  });
});

test('an approval that registers an operator begins its history', async () => {
  const { id } = await putApplication(fixture);
  const { body } = await fixture.call(fixture.manager, `POST ${review}/${id}/approval`, { body: {} });
  const items = await itemsOf(fixture, `OP#${String(body.approval.operatorId)}`);
  expect(items).toMatchObject([
    { sk: 'OPERATOR', version: 1, historySequence: 1 },
    {
      sk: 'OPERATOR/HISTORY#0000000001',
      sequence: 1,
      kind: 'registered',
      by: { side: 'carrier', role: 'manager', sub: 'manager-1' },
      change: expect.arrayContaining([{ field: 'managerSub', after: 'manager-1' }]) as unknown,
    },
  ]);
});
