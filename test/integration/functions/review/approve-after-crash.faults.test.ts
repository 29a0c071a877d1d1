import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AccessDirectory } from '../../../../shared/access/access-directory.ts';
import { stateStepOf } from '../../../../shared/application/application-changes.ts';
import { applicationEventSchema } from '../../../../shared/application/application-event.ts';
import { operatorSortKey } from '../../../../shared/operator/operator-key.ts';
import type { ApplicationRecord } from '../../../../shared/application/application-record.ts';
import { enlist } from '../../../../infra/local/testing/cognito/users.ts';
import {
  accountOf,
  type ReviewFixture,
  itemsOf,
  membersOf,
  newForm,
  openReview,
  putApplication,
} from './fixture.ts';

let fixture: ReviewFixture;
beforeAll(async () => {
  fixture = await openReview();
  await enlist(fixture.pool, 'stranger@elsewhere.example');
});
afterAll(() => fixture.close());

/** An application for three people, one of whom has an account that is none of ours. */
async function newApplication(): Promise<ApplicationRecord> {
  const form = newForm();
  const stranger = { name: 'Чужой', email: 'stranger@elsewhere.example', roles: ['technical' as const] };
  return putApplication(fixture, { form: { ...form, users: [...form.users, stranger] } });
}

const addressOf = ({ id }: ApplicationRecord) => `POST /cabinet/v1/review/application/${id}/approval`;

/** Approves with a fault at one of the calls to the outside; says whether it came to that call. */
async function approveUntil(
  application: ApplicationRecord,
  nth: number,
  when: 'before' | 'after',
  body: object = {},
) {
  let calls = 0;
  const call = fixture.through(async (forward) => {
    calls += 1;
    // What died calls nothing more.
    if (calls > nth || (calls === nth && when === 'before')) throw new Error('crash');
    const answer = await forward();
    if (calls >= nth) throw new Error('crash');
    return answer;
  });
  const { status } = await call(fixture.manager, addressOf(application), { body });
  return { crashed: calls >= nth, status };
}

/** Everything that an approval leaves behind, without what differs from one application to another. */
async function endStateOf(application: ApplicationRecord) {
  const items = await itemsOf(fixture, `APPLICATION#${application.id}`);
  const record = items.find(({ sk }) => sk === 'APPLICATION') as unknown as ApplicationRecord;
  const { operatorId, accounts } = record.approval!;
  const logins = application.form!.users!.map(({ email }) => email!);
  const people = await Promise.all(logins.map((email) => accountOf(fixture, email)));
  const portfolio = (await itemsOf(fixture, 'USER#manager-1')).find(({ sk }) => sk === 'PORTFOLIO');
  const taxpayer = (await itemsOf(fixture, 'CARRIER')).filter(
    ({ sk }) => sk === `TAXPAYER#${application.form!.company!.taxpayerNumber!}`,
  );
  const own = (text: string) => text.replace(operatorId, '<operator>');
  return {
    state: record.state,
    decision: record.decision?.kind,
    status: (await itemsOf(fixture, `APPLICATION/STATUS#${application.id}`)).map(({ state }) => state),
    accounts: accounts.map(({ email, outcome, sub }) => [
      outcome,
      sub === (outcome === 'created' ? people[logins.indexOf(email!)]?.sub : undefined),
    ]),
    groups: people.map((person) => person?.groups.map(own)),
    members: (await membersOf(fixture, `operator-${operatorId}`)).map((email) => logins.indexOf(email)),
    mails: logins.map(
      (login) => fixture.pool.messages.filter(({ destination }) => destination === login).length,
    ),
    history: items
      .filter(({ sk }) => String(sk).startsWith('APPLICATION/HISTORY#'))
      .map((item) => stateStepOf(applicationEventSchema.parse(item).change).to),
    operator: (await itemsOf(fixture, `OP#${operatorId}`)).map(({ sk, status, managerSub }) => [
      sk,
      status,
      managerSub,
    ]),
    taxpayer: taxpayer.map((item) => own(String(item['operatorId']))),
    inPortfolio: (portfolio!['operatorIds'] as string[]).filter((id) => id === operatorId).length,
  };
}

const whole = {
  state: 'approved',
  decision: 'approved',
  status: ['approved'],
  accounts: [
    ['created', true],
    ['created', true],
    ['existed', true],
  ],
  groups: [['administrator', 'operator-<operator>'], ['finance', 'operator-<operator>', 'technical'], []],
  members: [0, 1],
  mails: [1, 1, 0],
  history: ['approving', 'approved'],
  operator: [
    ['OPERATOR', 'active', 'manager-1'],
    ['OPERATOR/HISTORY#0000000001', undefined, undefined],
  ],
  taxpayer: ['<operator>'],
  inPortfolio: 1,
};

/** Whether an account can do anything in the cabinet. */
async function isUsable(email: string): Promise<boolean> {
  const account = await accountOf(fixture, email);
  if (account === undefined) return false;
  const directory = new AccessDirectory(fixture.store.table, fixture.now, { mfaRequired: false });
  return directory.callerOf({ ...account, hasSecondFactor: false }).then(
    () => true,
    () => false,
  );
}

describe('an approval', () => {
  test('without an interruption creates everything once', async () => {
    const application = await newApplication();
    const { status } = await fixture.call(fixture.manager, addressOf(application), { body: {} });
    expect(status).toBe(200);
    expect(await endStateOf(application)).toEqual(whole);
  });

  test.each(['before', 'after'] as const)(
    'that dies %s any of its calls leaves no one who can work, and has the same result when it is repeated',
    async (when) => {
      let points = 0;
      for (let nth = 1; ; nth += 1) {
        const application = await newApplication();
        const { crashed, status } = await approveUntil(application, nth, when);
        if (!crashed) {
          expect(status).toBe(200);
          break;
        }
        points = nth;
        const items = await itemsOf(fixture, `APPLICATION#${application.id}`);
        const isApproved = items.some(({ sk, state }) => sk === 'APPLICATION' && state === 'approved');
        for (const { email } of newUsersOf(application))
          expect([nth, email, await isUsable(email)]).toEqual([nth, email, isApproved]);
        const again = await fixture.call(fixture.manager, addressOf(application), { body: {} });
        expect([nth, again.status]).toEqual([nth, 200]);
        expect([nth, await endStateOf(application)]).toEqual([nth, whole]);
      }
      // Two reads, the group twice, three accounts with their groups, and two transactions, at least.
      expect(points).toBeGreaterThanOrEqual(14);
    },
    240_000,
  );

  test('that crashes repeatedly, one call later every time, has the same result', async () => {
    const application = await newApplication();
    for (let nth = 1; (await approveUntil(application, nth, 'after')).status !== 200; nth += 1)
      expect(nth).toBeLessThan(60);
    expect(await endStateOf(application)).toEqual(whole);
  });

  test('by two managers at the same time happens once: both get its result, or one gets an error', async () => {
    const application = await newApplication();
    const answers = await Promise.all(
      [1, 2, 3].map(() => fixture.call(fixture.manager, addressOf(application), { body: {} })),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses[0]).toBe(200);
    for (const status of statuses) expect([200, 409]).toContain(status);
    expect(await endStateOf(application)).toEqual(whole);
  });

  test('that was started is completed by two managers at the same time, and both get its result', async () => {
    const application = await newApplication();
    await approveUntil(application, 6, 'after');
    const answers = await Promise.all(
      [1, 2].map(() => fixture.call(fixture.manager, addressOf(application), { body: {} })),
    );
    expect(answers.map(({ status, body }) => [status, String(body.state)])).toEqual([
      [200, 'approved'],
      [200, 'approved'],
    ]);
    expect(await endStateOf(application)).toEqual(whole);
  });
});

describe('an approval for an operator that was there', () => {
  const first = { id: 'МС-1', name: 'Присоединение сетей' };
  const account = { id: 'ЛС-1', name: 'Основной' };
  const body = { billingAccountId: 'ЛС-2' };

  /** An operator with an agreement and an account, and an application that brings another of each. */
  async function newcomer(nth: number): Promise<{ operatorId: string; application: ApplicationRecord }> {
    const operatorId = `known${String(nth)}`;
    const form = newForm({ agreementNumber: 'МС-2' });
    const { company } = form;
    await fixture.store.put({
      pk: 'CARRIER',
      sk: `TAXPAYER#${company.taxpayerNumber}`,
      schemaVersion: 1,
      operatorId,
    });
    await fixture.store.put({ pk: `OP#${operatorId}`, sk: operatorSortKey, ...recordOf(company) });
    return { operatorId, application: await putApplication(fixture, { form }) };
  }

  const recordOf = (company: { readonly name: string; readonly taxpayerNumber: string }) => ({
    schemaVersion: 1,
    version: 7,
    ...company,
    status: 'active',
    managerSub: 'manager-2',
    agreements: [first],
    billingAccounts: [account],
  });

  const extended = {
    state: 'approved',
    operator: {
      version: 8,
      isCustomer: true,
      managerSub: 'manager-2',
      agreements: [first, { id: 'МС-2' }],
      billingAccounts: [account, { id: 'ЛС-2' }],
    },
    history: [
      {
        kind: 'details',
        by: { side: 'carrier', role: 'manager', sub: 'manager-1' },
        change: [{ field: 'account' }, { field: 'agreement' }],
      },
    ],
  };

  async function endState(operatorId: string, { id }: ApplicationRecord) {
    const items = await itemsOf(fixture, `OP#${operatorId}`);
    const [record] = await itemsOf(fixture, `APPLICATION#${id}`);
    return {
      state: record!['state'],
      operator: items.find(({ sk }) => sk === operatorSortKey),
      history: items.filter(({ sk }) => sk !== operatorSortKey),
    };
  }

  test.each(['before', 'after'] as const)(
    'that dies %s any of its calls adds what the operator lacks once, and takes nothing away',
    async (when) => {
      for (let nth = 1; ; nth += 1) {
        const { operatorId, application } = await newcomer(when === 'before' ? nth : 100 + nth);
        const { crashed } = await approveUntil(application, nth, when, body);
        const { operator, history, state } = await endState(operatorId, application);
        // With the decision, not before it.
        const added = state === 'approved';
        expect([nth, operator!['version'], history.length]).toEqual([nth, added ? 8 : 7, added ? 1 : 0]);
        const again = await fixture.call(fixture.manager, addressOf(application), { body });
        expect([nth, again.status]).toEqual([nth, 200]);
        const end = await endState(operatorId, application);
        expect([nth, end]).toMatchObject([nth, extended]);
        expect(end.history).toHaveLength(1);
        if (!crashed) break;
        expect(nth).toBeLessThan(40);
      }
    },
    240_000,
  );

  test('preserves concurrent changes of the operator’s record', async () => {
    const { operatorId, application } = await newcomer(200);
    let writes = 0;
    const call = fixture.through(async (forward, command) => {
      if (command instanceof TransactWriteItemsCommand) writes += 1;
      // The transaction that ends it: the operator was read just before.
      if (command instanceof TransactWriteItemsCommand && writes === 2) {
        const { operator } = await endState(operatorId, application);
        await fixture.store.put({
          ...operator,
          version: 8,
          billingAccounts: [account, { id: 'ЛС-9' }],
        });
      }
      return forward();
    });
    const { status } = await call(fixture.manager, addressOf(application), { body });
    expect([status, writes]).toEqual([200, 3]);
    expect(await endState(operatorId, application)).toMatchObject({
      state: 'approved',
      operator: {
        version: 9,
        agreements: [first, { id: 'МС-2' }],
        billingAccounts: [account, { id: 'ЛС-9' }, { id: 'ЛС-2' }],
      },
    });
  });
});

function newUsersOf({ form }: ApplicationRecord): { email: string }[] {
  return form!.users!.slice(0, 2).map(({ email }) => ({ email: email! }));
}
