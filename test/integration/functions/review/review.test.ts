import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { operatorSortKey } from '../../../../shared/operator/operator-key.ts';
import { carrierPerson, seedManager } from '../../../invoke.ts';
import {
  accountOf,
  type ReviewFixture,
  itemsOf,
  newForm,
  openReview,
  putApplication,
  longHistory,
  putLongHistory,
  putScan,
  requisitesOf,
} from './fixture.ts';

const path = '/cabinet/v1/review/application';
let fixture: ReviewFixture;
beforeAll(async () => {
  fixture = await openReview();
});
afterAll(() => fixture.close());

const send = (request: string, parts = {}) => fixture.call(fixture.manager, request, parts);
const idsIn = (body: readonly { id: string }[]) => body.map(({ id }) => id);
const unchecked = {
  applicationSigned: false,
  identityChecked: false,
  authorityChecked: false,
  requisitesChecked: false,
};

describe('the queue of applications', () => {
  test('lists what waits for the carrier first, then by due date, without drafts and decided applications', async () => {
    const own = await openReview();
    const put = (state: 'submitted' | 'inReview' | 'correctionRequested' | 'draft', dueAt: string) =>
      putApplication(own, { state, dueAt, managerSub: state === 'inReview' ? 'other' : undefined });
    const corrected = await put('correctionRequested', '2026-03-01T20:59:59.999Z');
    const late = await put('submitted', '2026-03-06T20:59:59.999Z');
    const early = await put('inReview', '2026-03-01T20:59:59.999Z');
    await put('draft', '2026-03-01T20:59:59.999Z');
    const ids = async (query = '') => idsIn((await own.call(own.manager, `GET ${path}${query}`)).body);
    expect(await ids()).toEqual([early.id, late.id, corrected.id]);
    expect(await ids('?state=submitted,correctionRequested')).toEqual([late.id, corrected.id]);
    expect(await ids('?mine=true')).toEqual([]);
    const [first] = (await own.call(own.manager, `GET ${path}?limit=1`)).body as Record<string, unknown>[];
    expect(first).toMatchObject({
      overdue: true,
      ageDays: 0,
      takenBy: { id: 'other', isMe: false },
      missingScan: ['application', 'identityDocument', 'powerOfAttorney'],
    });
    await own.close();
  });

  test('is read page by page, in one call each', async () => {
    const own = await openReview();
    for (let number = 0; number < 5; number += 1) await putApplication(own);
    const seen: string[] = [];
    let address: string | undefined = `${path}?limit=2`;
    while (address !== undefined) {
      const { body, headers } = await own.call(own.manager, `GET ${address}`);
      seen.push(...idsIn(body));
      address = /<(.*)>/.exec(headers['link'] ?? '')?.[1];
    }
    expect(new Set(seen).size).toBe(5);
    await own.close();
  });
});

describe('a manager', () => {
  test('takes an application, ticks its checklist, and requests corrections, each on the version that was read', async () => {
    const { id } = await putApplication(fixture, {
      state: 'submitted',
      managerSub: undefined,
      checkList: unchecked,
    });
    const taken = await send(`POST ${path}/${id}/assignment`, { headers: { 'if-match': '"1"' } });
    expect(taken).toMatchObject({
      status: 200,
      headers: { etag: '"2"' },
      body: { state: 'inReview', takenBy: { id: 'manager-1', isMe: true } },
    });
    const body = { checkList: { identityChecked: true } };
    expect(await send(`PATCH ${path}/${id}`, { body, headers: { 'if-match': '"1"' } })).toMatchObject({
      status: 412,
    });
    expect(await send(`PATCH ${path}/${id}`, { body, headers: { 'if-match': '"2"' } })).toMatchObject({
      body: { checkList: { ...unchecked, identityChecked: true } },
    });
    const asked = await send(`POST ${path}/${id}/correction`, { body: { text: 'Нет подписи' } });
    expect(asked.body).toMatchObject({ state: 'correctionRequested', correction: [{ text: 'Нет подписи' }] });
    const { body: file } = await send(`GET ${path}/${id}`);
    expect((file.history as { kind: string; to?: string }[]).map(({ kind, to }) => to ?? kind)).toEqual([
      'correctionRequested',
      'changed',
      'inReview',
    ]);
  });

  test('starts with an empty checklist after a paper form has changed, and after corrections', async () => {
    const { id, form, checkList } = await putApplication(fixture, { channel: 'paper' });
    const other = { ...form!, agreementNumber: 'МС-8' };
    const changed = await send(`PATCH ${path}/${id}`, { body: { form: other } });
    expect(changed.body.checkList).toEqual(unchecked);
    expect(await send(`POST ${path}/${id}/approval`, { body: {} })).toMatchObject({ status: 409 });
    const ticked = await send(`PATCH ${path}/${id}`, { body: { checkList } });
    expect(ticked.body.checkList).toEqual(checkList);
    await send(`POST ${path}/${id}/correction`, { body: { text: 'Нет подписи' } });
    const { body } = await send(`POST ${path}/${id}/assignment`);
    expect([body.state, body.checkList]).toEqual(['inReview', unchecked]);
  });

  test('reads the newest events of a history that is longer than a DynamoDB page, and the whole package', async () => {
    const { id } = await putApplication(fixture, { state: 'submitted', historySequence: longHistory });
    await putScan(fixture, { id });
    await putLongHistory(fixture, { id });
    await send(`POST ${path}/${id}/assignment`);
    const { body } = await send(`GET ${path}/${id}`);
    expect(body).toMatchObject({ id, state: 'inReview', attachment: [{ state: 'accepted' }] });
    expect(body.history.length).toBeLessThan(121);
    expect(body.history[0]).toMatchObject({ kind: 'state', to: 'inReview' });
  });

  test('does not see a draft, nor what does not exist', async () => {
    const { id } = await putApplication(fixture, { state: 'draft' });
    for (const address of [id, '0'.repeat(16)])
      expect((await send(`GET ${path}/${address}`)).body).toMatchObject({ code: 'notFound' });
  });

  test('refuses with a reason, once, and finds it among the decided ones', async () => {
    const { id } = await putApplication(fixture);
    const refused = await send(`POST ${path}/${id}/refusal`, { body: { reason: 'Нет доверенности' } });
    expect(refused.body).toMatchObject({
      state: 'refused',
      decision: { kind: 'refused', reason: 'Нет доверенности', by: { isMe: true } },
    });
    const days = Date.parse(String(refused.body.eraseAt)) - Date.parse(String(refused.body.decision.at));
    expect(days / 86_400_000).toBe(30);
    expect(await send(`POST ${path}/${id}/refusal`, { body: { reason: 'Ещё раз' } })).toMatchObject({
      status: 409,
      body: { code: 'transitionForbidden' },
    });
    const { body: decided } = await send('GET /cabinet/v1/review/decision?kind=refused&at.gte=2026-03-01');
    expect(idsIn(decided)).toContain(id);
    expect((await send('GET /cabinet/v1/review/decision?at.lt=2026-03-01')).body).toEqual([]);
    const { body: queue } = await send(`GET ${path}`);
    expect(idsIn(queue)).not.toContain(id);
  });

  test('registers a paper package once, corrects what was typed, and uploads its scans', async () => {
    const body = { form: newForm() };
    const headers = { 'idempotency-key': 'paper-1' };
    const [first, second] = [
      await send(`POST ${path}`, { body, headers }),
      await send(`POST ${path}`, { body, headers }),
    ];
    expect(first).toMatchObject({ status: 201, body: { channel: 'paper', state: 'inReview' } });
    expect(second.body).toEqual(first.body);
    const address = String(first.headers['location']);
    const form = { ...body.form, agreementNumber: 'МС-7' };
    expect((await send(`PATCH ${address}`, { body: { form } })).body.form.agreementNumber).toBe('МС-7');
    const scan = {
      kind: 'application',
      fileName: 'Заявление.pdf',
      mimeType: 'application/pdf',
      size: 1000,
      sha256: '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
    };
    const { status, body: announced } = await send(`POST ${address}/attachment`, { body: scan });
    expect([status, announced.state]).toEqual([201, 'awaited']);
    expect(announced.target.fields.key).toMatch(/^quarantine\/applications\/[0-9A-Z]{16}\//);
    expect((await send(`GET ${address}`)).body.attachment).toHaveLength(1);
  });

  test('leaves the form and the package of an applicant alone', async () => {
    const { id } = await putApplication(fixture);
    const { id: scanId } = await putScan(fixture, { id });
    for (const [request, body] of [
      [`PATCH ${path}/${id}`, { form: newForm() }],
      [`DELETE ${path}/${id}/attachment/${scanId}`, undefined],
    ] as const)
      expect((await send(request, { body })).body).toMatchObject({ code: 'changeForbidden' });
  });
});

describe('a scan access', () => {
  test('is logged before there is a URL, and visible to the carrier’s administrator', async () => {
    const { id } = await putApplication(fixture);
    const { id: scanId } = await putScan(fixture, { id });
    const opened = await send(`GET ${path}/${id}/attachment/${scanId}`);
    expect(opened.status).toBe(200);
    const link = new URL(String(opened.body.url));
    expect(link.pathname).toContain(`applications/${id}/${scanId}`);
    expect(link.searchParams.get('X-Amz-Expires')).toBe('300');
    // Access logs keep the link: the name that the applicant gave the file is not in it.
    const name = `application-${id}.pdf`;
    expect(link.searchParams.get('response-content-disposition')).toBe(
      `inline; filename="${name}"; filename*=UTF-8''${name}`,
    );
    const auditor = carrierPerson('carrier-administrator');
    const address = '/cabinet/v1/review/scanAccess';
    const { body: openings } = await fixture.call(auditor, `GET ${address}?by=manager-1&at.gte=2026-03-01`);
    expect(openings[0]).toMatchObject({
      applicationId: id,
      scanId,
      scanKind: 'application',
      by: { id: 'manager-1', isMe: false },
    });
    expect((await fixture.call(auditor, `GET ${address}?at.lt=2026-03-01`)).body).toEqual([]);
    expect((await send(`GET ${address}`)).body).toMatchObject({ code: 'roleNotAllowed' });
  });

  test('that cannot be logged returns no URL', async () => {
    const { id } = await putApplication(fixture);
    const { id: scanId } = await putScan(fixture, { id });
    let calls = 0;
    const call = fixture.through((forward) => {
      calls += 1;
      return calls === 2 ? Promise.reject(new Error('busy')) : forward();
    });
    const { status, body } = await call(fixture.manager, `GET ${path}/${id}/attachment/${scanId}`);
    expect([status, body.url]).toEqual([500, undefined]);
  });

  test.each(['awaited', 'inspecting', 'refused'] as const)('that is %s is refused', async (state) => {
    const { id } = await putApplication(fixture);
    const { id: scanId } = await putScan(fixture, { id }, { state });
    const answer = await send(`GET ${path}/${id}/attachment/${scanId}`);
    expect(answer).toMatchObject({ status: 409, body: { code: 'changeForbidden' } });
    const items = await itemsOf(fixture, `APPLICATION#${id}`);
    expect(items.some(({ kind }) => kind === 'scanOpened')).toBe(false);
  });

  test('of an application that is due for erasure is not found', async () => {
    const decision = { at: '2026-02-01T00:00:00.000Z', by: 'manager-1', kind: 'refused' } as const;
    const { id } = await putApplication(fixture, {
      state: 'refused',
      decision,
      eraseAt: '2026-03-01T00:00:00.000Z',
    });
    const { id: scanId } = await putScan(fixture, { id });
    expect(await send(`GET ${path}/${id}/attachment/${scanId}`)).toMatchObject({ status: 404 });
    const { body } = await send(`GET ${path}/${id}`);
    expect(body).toMatchObject({ attachment: [], decision: { kind: 'refused' } });
    expect(Object.keys(body.form as object)).toEqual(['company']);
  });
});

describe('an approval', () => {
  test('carries out the plan, with the id, account and agreement that the manager specifies', async () => {
    const application = await putApplication(fixture);
    const { body: file } = await send(`GET ${path}/${application.id}`);
    expect(file.plan).toMatchObject({
      operator: { id: expect.stringMatching(/^kompaniia\d+$/) as string, existing: false },
      blocker: [],
    });
    const body = { operatorId: 'named1', billingAccountId: 'ЛС-1', agreementId: 'МС-1' };
    const { body: approved } = await send(`POST ${path}/${application.id}/approval`, { body });
    expect(approved).toMatchObject({
      state: 'approved',
      approval: { operatorId: 'named1', existing: false, manager: { isMe: true } },
    });
    expect((await itemsOf(fixture, 'OP#named1'))[0]).toMatchObject({
      // By this the carrier's administrator finds it in the list of operators.
      referencePartition: 'OPERATOR',
      referenceSort: 'named1',
      status: 'active',
      agreements: [{ id: 'МС-1' }],
      billingAccounts: [{ id: 'ЛС-1' }],
    });
  });

  test('adds users to the operator with the ИНН, and preserves its manager and name', async () => {
    const first = await putApplication(fixture);
    await send(`POST ${path}/${first.id}/approval`, { body: { operatorId: 'known1' } });
    const form = { ...newForm(), company: { ...first.form!.company, name: 'Иначе написанная' } };
    const second = await putApplication(fixture, { form });
    const other = await seedManager(fixture.store, 'manager-2', []);
    const { body: file } = await fixture.call(other, `GET ${path}/${second.id}`);
    expect(file.plan.operator).toMatchObject({ id: 'known1', existing: true, manager: { id: 'manager-1' } });
    const answer = await fixture.call(other, `POST ${path}/${second.id}/approval`, { body: {} });
    expect(answer.body).toMatchObject({ approval: { operatorId: 'known1', existing: true } });
    expect((await itemsOf(fixture, 'OP#known1'))[0]).toMatchObject({
      name: first.form!.company!.name,
      managerSub: 'manager-1',
    });
    expect((await accountOf(fixture, form.users[0]!.email))?.groups).toEqual([
      'administrator',
      'operator-known1',
    ]);
    const { body: again } = await fixture.call(other, `GET ${path}/${second.id}`);
    expect((again.approval.account as { outcome: string }[]).map(({ outcome }) => outcome)).toEqual([
      'created',
      'created',
    ]);
  });

  test('takes no agreement and no account that the resources of an operator do not take', async () => {
    const { id } = await putApplication(fixture, { form: newForm({ agreementNumber: 'М'.repeat(65) }) });
    const approve = (body: object) => send(`POST ${path}/${id}/approval`, { body });
    expect(await approve({ agreementId: 'МС\n1', billingAccountId: 'ЛС\u0000' })).toMatchObject({
      status: 400,
      body: { problem: [{ pointer: '/billingAccountId' }, { pointer: '/agreementId' }] },
    });
    expect(await approve({})).toMatchObject({
      status: 400,
      body: { problem: [{ pointer: '/agreementId' }] },
    });
    expect(await approve({ agreementId: 'МС-1' })).toMatchObject({ status: 200 });
  });

  test('previews what it adds to the operator with the ИНН, and adds only that', async () => {
    const first = await putApplication(fixture);
    const { company } = first.form!;
    const named = { operatorId: 'known2', agreementId: 'МС-1', billingAccountId: 'ЛС-1' };
    await send(`POST ${path}/${first.id}/approval`, { body: named });
    const operator = async () =>
      (await itemsOf(fixture, 'OP#known2')).find(({ sk }) => sk === operatorSortKey);
    const next = async (agreementNumber: string | undefined, body: object) => {
      const form = newForm({ ...(agreementNumber === undefined ? {} : { agreementNumber }) });
      const { id } = await putApplication(fixture, {
        form: { ...form, company: { ...form.company, ...company } },
      });
      const { body: before } = await send(`GET ${path}/${id}`);
      const { status } = await send(`POST ${path}/${id}/approval`, { body });
      const { agreements, billingAccounts } = (await operator())!;
      const addition: unknown = before.plan.operator.addition;
      return [addition, status, agreements, billingAccounts];
    };
    const [one, two, account] = [{ id: 'МС-1' }, { id: 'МС-2' }, { id: 'ЛС-1' }];
    expect(await next('МС-1', { billingAccountId: 'ЛС-1' })).toEqual([{}, 200, [one], [account]]);
    // Not even a version: nothing was written.
    expect(await operator()).toMatchObject({ version: 1 });
    expect(await next('МС-2', {})).toEqual([{ agreementId: 'МС-2' }, 200, [one, two], [account]]);
    expect(await next('МС-3', { agreementId: null })).toEqual([
      { agreementId: 'МС-3' },
      200,
      [one, two],
      [account],
    ]);
    expect(await next(undefined, { agreementId: 'МС-4', billingAccountId: 'ЛС-2' })).toEqual([
      {},
      200,
      [one, two, { id: 'МС-4' }],
      [account, { id: 'ЛС-2' }],
    ]);
  });

  test('makes an existing operator a customer, like one that it registers', async () => {
    const form = newForm({ agreementNumber: 'МС-1' });
    const { name, taxpayerNumber } = form.company;
    await fixture.store.put({
      pk: 'CARRIER',
      sk: `TAXPAYER#${taxpayerNumber}`,
      schemaVersion: 1,
      operatorId: 'known3',
    });
    const record = {
      schemaVersion: 1,
      version: 1,
      name,
      taxpayerNumber,
      status: 'active',
      isCustomer: false,
    };
    await fixture.store.put({ pk: 'OP#known3', sk: operatorSortKey, ...record });
    const { id } = await putApplication(fixture, { form });
    expect((await send(`POST ${path}/${id}/approval`, { body: {} })).status).toBe(200);
    expect(await itemsOf(fixture, 'OP#known3')).toMatchObject([
      { isCustomer: true, agreements: [{ id: 'МС-1' }], billingAccounts: [] },
      { kind: 'details', change: [{ field: 'partyRole' }, { field: 'agreement' }] },
    ]);
  });

  test('is refused while the checklist is incomplete, for a closed operator, and with an id that is taken', async () => {
    const half = await putApplication(fixture, { checkList: { ...unchecked, identityChecked: true } });
    const refusal = await send(`POST ${path}/${half.id}/approval`, { body: {} });
    expect(refusal).toMatchObject({ status: 409, body: { code: 'changeForbidden' } });

    const { taxpayerNumber } = requisitesOf(9001);
    const lookup = { schemaVersion: 1, operatorId: 'shut' };
    await fixture.store.put({ pk: 'CARRIER', sk: `TAXPAYER#${taxpayerNumber}`, ...lookup });
    await fixture.store.put({
      pk: 'OP#shut',
      sk: operatorSortKey,
      schemaVersion: 1,
      version: 1,
      name: 'Ш',
      status: 'closed',
    });
    const form = newForm();
    const closed = await putApplication(fixture, {
      form: { ...form, company: { ...form.company, ...requisitesOf(9001) } },
    });
    expect((await send(`GET ${path}/${closed.id}`)).body.plan.blocker).toEqual(['operatorClosed']);
    expect(await send(`POST ${path}/${closed.id}/approval`, { body: {} })).toMatchObject({ status: 409 });

    const taken = await putApplication(fixture);
    expect(await send(`POST ${path}/${taken.id}/approval`, { body: { operatorId: 'shut' } })).toMatchObject({
      status: 409,
      body: { code: 'alreadyExists' },
    });
    expect((await send(`GET ${path}/${taken.id}`)).body.state).toBe('inReview');
  });

  test('of twenty people is answered well within the ten seconds of a function', async () => {
    const form = newForm();
    const users = Array.from({ length: 20 }, (_, number) => ({
      name: `Сотрудник ${number}`,
      email: `person${number}@twenty.example`,
      roles: ['administrator' as const, 'finance' as const, 'technical' as const],
    }));
    const { id } = await putApplication(fixture, { form: { ...form, users } });
    const start = performance.now();
    const { status, body } = await send(`POST ${path}/${id}/approval`, { body: {} });
    const milliseconds = performance.now() - start;
    expect([status, body.approval.account.length]).toEqual([200, 20]);
    console.log(`an approval of 20 people with three roles each: ${Math.round(milliseconds)} ms`);
    expect(milliseconds).toBeLessThan(8000);
  });

  test('that runs out of time reports it, and continues when repeated', async () => {
    const form = newForm();
    const users = Array.from({ length: 10 }, (_, number) => ({
      name: `Сотрудник ${number}`,
      email: `person${number}@slow.example`,
      roles: ['administrator' as const],
    }));
    const { id } = await putApplication(fixture, { form: { ...form, users } });
    const slow = fixture.through((forward) => {
      fixture.passMilliseconds(1000);
      return forward();
    });
    const answers = [];
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const { status, body } = await slow(fixture.manager, `POST ${path}/${id}/approval`, { body: {} });
      answers.push(status);
      if (status === 200) {
        expect(body.approval.account).toHaveLength(10);
        break;
      }
      const { body: file } = await send(`GET ${path}/${id}`);
      expect(file).toMatchObject({ state: 'approving' });
    }
    expect(answers).toEqual([503, 503, 200]);
    expect(
      fixture.pool.messages.filter(({ destination }) => destination.endsWith('@slow.example')),
    ).toHaveLength(10);
  });
});
