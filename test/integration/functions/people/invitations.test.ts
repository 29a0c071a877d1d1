import { ListUsersCommand, TooManyRequestsException } from '@aws-sdk/client-cognito-identity-provider';
import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountsOf } from '../../../../functions/people/user-pool.ts';
import { CognitoPool } from '../../../../shared/identity/cognito/pool.ts';
import { acceptanceItem, type Call, type Person } from '../../../invoke.ts';
import { testPoolId } from '../../../../infra/local/testing/cognito/pool-fixture.ts';
import { openPeople, type PeopleFixture } from './people-fixture.ts';

type Answer = Awaited<ReturnType<Call>>;

const people = '/cabinet/v1/person';
const email = 'boris@north.example';
const invitation = { email, name: 'Борис Лыков', roles: ['technical', 'finance'] };
const otherRoles = { ...invitation, roles: ['administrator'] };
let fixture: PeopleFixture;
let anna: Person;
let vera: Person;

beforeEach(async () => {
  fixture = await openPeople();
  ({ anna } = fixture);
  vera = await fixture.enrol('vera@north.example', 'operator-north', 'administrator');
  await fixture.store.put(acceptanceItem(vera.sub));
});
afterEach(() => fixture.pool.close());

const invite = (by: Person, body: object, { call = fixture.call, key }: { call?: Call; key?: string } = {}) =>
  call(by, `POST ${people}`, { body, headers: key === undefined ? {} : { 'idempotency-key': key } });
const again = (sub: string, call = fixture.call) => call(anna, `POST ${people}/${sub}/invitation`);
const codeOf = ({ status, body }: Answer) => [status, (body as { code?: string }).code];
const tooMany = [429, 'tooManyInvitations'];
const exists = [409, 'alreadyExists'];
/** Groups of the only account of the address. */
const groups = async () => {
  const { Users = [] } = await fixture.pool.cognito.send(
    new ListUsersCommand({ UserPoolId: testPoolId, Filter: `email = "${email}"` }),
  );
  expect(Users).toHaveLength(1);
  return (await fixture.accounts.groupsOf(Users[0]!.Username!)).toSorted();
};
const activities = async () =>
  ((await fixture.call(anna, 'GET /cabinet/v1/activity')).body as { action: string }[]).map(
    ({ action }) => action,
  );

describe('an address that is invited twice concurrently', () => {
  const moments = (['createAccount', 'addToGroup'] as const).flatMap((name) =>
    (['before', 'after'] as const).map((when) => [when, name] as const),
  );
  /** The function, interrupted by `act` before or after its first call of an operation of the pool. */
  const interrupted = ([when, name]: (typeof moments)[number], act: () => Promise<unknown>): Call => {
    let isFirst = true;
    const perform = fixture.accounts[name] as (...given: readonly unknown[]) => Promise<unknown>;
    return fixture.callWith({
      ...fixture.accounts,
      [name]: async (...given: readonly unknown[]) => {
        const interrupts = isFirst;
        isFirst = false;
        if (interrupts && when === 'before') await act();
        const result = await perform(...given);
        if (interrupts && when === 'after') await act();
        return result;
      },
    });
  };
  /** Runs the second request within the first one. */
  const oneWithin = async (
    moment: (typeof moments)[number],
    first: (call: Call) => Promise<Answer>,
    second: () => Promise<Answer>,
  ): Promise<[Answer, Answer]> => {
    const inner: Answer[] = [];
    const outer = await first(interrupted(moment, async () => void inner.push(await second())));
    return [outer, inner[0]!];
  };

  it.each(moments)(
    'with other roles %s the first one’s %s, gets the roles of the first only',
    async (...moment) => {
      const [first, second] = await oneWithin(
        moment,
        (call) => invite(anna, invitation, { call }),
        () => invite(vera, otherRoles),
      );
      expect(first.status).toBe(201);
      expect(codeOf(second)).toEqual(exists);
      expect((second.body as { message: string }).message).toContain(
        'финансовый специалист, технический специалист',
      );
      expect(await groups()).toEqual(['finance', 'operator-north', 'technical']);
      expect([fixture.pool.messages.length, await activities()]).toEqual([1, ['invited']]);
    },
  );

  it.each(moments)('with the same roles %s the first one’s %s, is invited once', async (...moment) => {
    const answers = await oneWithin(
      moment,
      (call) => invite(anna, invitation, { call }),
      () => invite(vera, invitation),
    );
    expect(answers.map(codeOf).toSorted()).toEqual([[201, undefined], exists]);
    expect(await groups()).toEqual(['finance', 'operator-north', 'technical']);
    expect([fixture.pool.messages.length, await activities()]).toEqual([1, ['invited']]);
  });

  it.each(moments)('with the same key %s the first one’s %s, gets the same reply', async (...moment) => {
    const key = 'k-1';
    const [first, second] = await oneWithin(
      moment,
      (call) => invite(anna, invitation, { call, key }),
      () => invite(anna, invitation, { key }),
    );
    expect([first.status, second.status, first.body]).toEqual([201, 201, second.body]);
    expect([fixture.pool.messages.length, await activities()]).toEqual([1, ['invited']]);
  });

  it.each([
    ['with different roles', otherRoles],
    ['with the same roles', invitation],
  ])('%s, by two administrators, has one account and the roles of one invitation', async (_, body) => {
    const [first, second] = await Promise.all([invite(anna, invitation), invite(vera, body)]);
    expect([first.status, second.status].toSorted()).toEqual([201, 409]);
    const { roles } = (first.status === 201 ? first : second).body as { roles: string[] };
    expect(await groups()).toEqual([...roles, 'operator-north'].toSorted());
    expect([fixture.pool.messages.length, await activities()]).toEqual([1, ['invited']]);
  });

  it.each([1, 2, 3, 4])(
    'is completed only with the original roles after an interruption before change %i',
    async (count) => {
      await fixture.interruptedAt(count, 'before')(anna, `POST ${people}`, { body: invitation });
      expect(codeOf(await invite(vera, otherRoles))).toEqual(exists);
      expect((await invite(vera, invitation)).status).toBe(201);
      expect(await groups()).toEqual(['finance', 'operator-north', 'technical']);
    },
  );

  it('can be invited with other roles if it had an account elsewhere', async () => {
    const stranger = await fixture.enrol(email, 'operator-south', 'technical');
    expect(codeOf(await invite(anna, invitation))).toEqual(exists);
    expect(codeOf(await invite(anna, otherRoles))).toEqual(exists);
    await fixture.accounts.deleteAccount(stranger.sub);
    expect((await invite(anna, otherRoles)).status).toBe(201);
    expect(await groups()).toEqual(['administrator', 'operator-north']);
  });

  it('can be invited with other roles if the user pool rejected the first', async () => {
    const createAccount = () => Promise.resolve({ outcome: 'rejected' } as const);
    const call = fixture.callWith({ ...fixture.accounts, createAccount });
    expect(codeOf(await invite(anna, invitation, { call }))).toEqual([400, 'invalidRequest']);
    expect((await invite(anna, otherRoles)).status).toBe(201);
    expect(await groups()).toEqual(['administrator', 'operator-north']);
  });

  it.each([
    ['another address', 'k-2', { ...invitation, email: 'lev@north.example' }, [201, undefined], 2],
    ['the same with other roles', 'k-2', otherRoles, exists, 1],
    ['the same with the same roles', 'k-2', invitation, exists, 1],
    ['the same with the same key', 'k-1', invitation, [201, undefined], 1],
  ])('is invited correctly if a concurrent request invites %s', async (_, key, body, outcome, mails) => {
    let isFirst = true;
    const table = fixture.store.intercepted(async (command, forward) => {
      const overtakes = isFirst && command instanceof TransactWriteItemsCommand;
      if (overtakes) {
        isFirst = false;
        expect((await invite(anna, body, { key })).status).toBe(201);
      }
      return forward();
    });
    const call = fixture.callWith(fixture.accounts, table);
    expect(codeOf(await invite(anna, invitation, { call, key: 'k-1' }))).toEqual(outcome);
    expect(await groups()).toEqual([...(mails === 1 ? body : invitation).roles, 'operator-north'].toSorted());
    expect(fixture.pool.messages).toHaveLength(mails);
  });
});

describe('a request that is sent twice', () => {
  it('gets the same reply if one completes between two reads of the other', async () => {
    let reads = 0;
    const twins: Answer[] = [];
    const table = fixture.store.intercepted(async (command, forward) => {
      if (!(command instanceof TransactWriteItemsCommand)) reads += 1;
      // The first read is for authorization; the twin runs between the next two.
      if (reads === 3 && twins.length === 0) twins.push(await invite(anna, invitation, { key: 'k-1' }));
      return forward();
    });
    const call = fixture.callWith(fixture.accounts, table);
    const { status, body } = await invite(anna, invitation, { call, key: 'k-1' });
    expect([status, body]).toEqual([201, twins[0]!.body]);
    expect(fixture.pool.messages).toHaveLength(1);
  });
});

describe('the mails to one address', () => {
  const invited = async () => ((await invite(anna, invitation)).body as { id: string }).id;

  it('are ten minutes apart, as the refusal says, and a refused one is not recorded', async () => {
    const sub = await invited();
    fixture.advance(4);
    const refused = await again(sub);
    expect(codeOf(refused)).toEqual(tooMany);
    expect((refused.body as { message: string }).message).toContain('6 мин');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(300);
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(360);
    expect([fixture.pool.messages.length, await activities()]).toEqual([1, ['invited']]);
    fixture.advance(6);
    expect((await again(sub)).status).toBe(200);
    expect(codeOf(await again(sub))).toEqual(tooMany);
    expect([fixture.pool.messages.length, await activities()]).toEqual([2, ['invitedAgain', 'invited']]);
  });

  it('are limited to five a day, until a day after the first', async () => {
    const sub = await invited();
    for (let count = 2; count <= 5; count += 1) {
      fixture.advance(60);
      expect((await again(sub)).status).toBe(200);
    }
    fixture.advance(60);
    const refused = await fixture.call(anna, `POST ${people}/${sub}/invitation`, {
      headers: { 'accept-language': 'en' },
    });
    expect(codeOf(refused)).toEqual(tooMany);
    expect((refused.body as { message: string }).message).toMatch(/^5 .* Try again in 19 h$/);
    expect(fixture.pool.messages).toHaveLength(5);
    fixture.advance(19 * 60);
    expect((await again(sub)).status).toBe(200);
  });

  it('are sent once for two concurrent requests', async () => {
    const sub = await invited();
    fixture.advance(10);
    const answers = await Promise.all([again(sub), again(sub)]);
    expect(answers.map(codeOf).toSorted()).toEqual([[200, undefined], tooMany]);
    expect(fixture.pool.messages).toHaveLength(2);
  });

  it('are counted across a removal and a new invitation', async () => {
    const sub = await invited();
    expect(codeOf(await invite(anna, invitation))).toEqual(exists);
    expect((await fixture.call(anna, `DELETE ${people}/${sub}`)).status).toBe(204);
    expect(codeOf(await invite(anna, invitation))).toEqual(tooMany);
    fixture.advance(10);
    expect((await invite(anna, otherRoles)).status).toBe(201);
    expect(await groups()).toEqual(['administrator', 'operator-north']);
    expect(fixture.pool.messages).toHaveLength(2);
  });

  it('are also counted for a user who was added in the Cognito console', async () => {
    const { sub } = await fixture.create('Lev@north.example', 'operator-north', 'technical');
    expect((await again(sub)).status).toBe(200);
    expect(codeOf(await again(sub))).toEqual(tooMany);
    fixture.advance(10);
    expect((await again(sub)).status).toBe(200);
    expect((await fixture.call(anna, `DELETE ${people}/${sub}`)).status).toBe(204);
    expect(codeOf(await invite(anna, { ...invitation, email: 'lev@north.example' }))).toEqual(tooMany);
  });

  it('are not counted if the user pool was busy', async () => {
    const sub = await invited();
    fixture.advance(10);
    const send = () =>
      Promise.reject(new TooManyRequestsException({ message: 'Rate exceeded', $metadata: {} }));
    const { resendInvitation } = accountsOf(new CognitoPool({ send }, testPoolId));
    const busy = fixture.callWith({ ...fixture.accounts, resendInvitation });
    for (let count = 0; count < 2; count += 1)
      expect(codeOf(await again(sub, busy))).toEqual([503, 'unavailable']);
    expect((await again(sub)).status).toBe(200);
  });
});

describe('the mails of one operator', () => {
  it('are limited to 25 in a Moscow day, independently of other operators', async () => {
    const olga = await fixture.enrol('olga@south.example', 'operator-south', 'administrator');
    await fixture.store.put(acceptanceItem(olga.sub));
    fixture.sleepUntil('2026-12-01T06:00:00+03:00');
    const one = (by: Person, count: number) =>
      invite(by, { ...invitation, email: `p${count}@people.example` });
    for (let count = 1; count <= 24; count += 1) expect((await one(anna, count)).status).toBe(201);
    const answers = await Promise.all([one(anna, 25), one(vera, 26)]);
    expect(answers.map(codeOf).toSorted()).toEqual([[201, undefined], tooMany]);
    const { headers, body } = await one(vera, 27);
    expect(Number(headers['retry-after'])).toBeGreaterThan(17.9 * 3600);
    expect(Number(headers['retry-after'])).toBeLessThanOrEqual(18 * 3600);
    expect((body as { message: string }).message).toContain('18 ч');
    expect((await one(olga, 28)).status).toBe(201);
    fixture.sleepUntil('2026-12-02T00:00:00+03:00');
    expect((await one(anna, 29)).status).toBe(201);
  }, 120_000);
});
