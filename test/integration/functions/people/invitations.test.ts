import { ListUsersCommand, TooManyRequestsException } from '@aws-sdk/client-cognito-identity-provider';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountsOf } from '../../../../functions/people/user-pool.ts';
import { CognitoPool } from '../../../../shared/identity/cognito/pool.ts';
import { acceptanceItem, type Call, type Person } from '../../../invoke.ts';
import { testPoolId } from '../../local/cognito/pool-fixture.ts';
import { openPeopleDesk, type PeopleDesk } from './people-desk.ts';

type Answer = Awaited<ReturnType<Call>>;

const people = '/cabinet/v1/person';
const email = 'boris@north.example';
const invitation = { email, name: 'Борис Лыков', roles: ['technical', 'finance'] };
const otherRoles = { ...invitation, roles: ['administrator'] };
let desk: PeopleDesk;
let anna: Person;
let vera: Person;

beforeEach(async () => {
  desk = await openPeopleDesk();
  ({ anna } = desk);
  vera = await desk.enrol('vera@north.example', 'operator-north', 'administrator');
  await desk.store.put(acceptanceItem(vera.sub));
});
afterEach(() => desk.pool.close());

const invite = (by: Person, body: object, { call = desk.call, key }: { call?: Call; key?: string } = {}) =>
  call(by, `POST ${people}`, { body, headers: key === undefined ? {} : { 'idempotency-key': key } });
const again = (sub: string, call = desk.call) => call(anna, `POST ${people}/${sub}/invitation`);
const codeOf = ({ status, body }: Answer) => [status, (body as { code?: string }).code];
const tooMany = [429, 'tooManyInvitations'];
const exists = [409, 'alreadyExists'];
/** Names of the groups of the one account that the address has. */
const groups = async () => {
  const { Users = [] } = await desk.pool.cognito.send(
    new ListUsersCommand({ UserPoolId: testPoolId, Filter: `email = "${email}"` }),
  );
  expect(Users).toHaveLength(1);
  return (await desk.accounts.groupsOf(Users[0]!.Username!)).toSorted();
};
const activities = async () =>
  ((await desk.call(anna, 'GET /cabinet/v1/activity')).body as { action: string }[]).map(
    ({ action }) => action,
  );

describe('an address that is invited twice at the same moment', () => {
  const moments = (['createAccount', 'addToGroup'] as const).flatMap((name) =>
    (['before', 'after'] as const).map((when) => [when, name] as const),
  );
  /** The function, with somebody who gets in between before or after its first call of a name to the pool. */
  const interrupted = ([when, name]: (typeof moments)[number], act: () => Promise<unknown>): Call => {
    let isFirst = true;
    const perform = desk.accounts[name] as (...given: readonly unknown[]) => Promise<unknown>;
    return desk.callWith({
      ...desk.accounts,
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
  /** The first begins, the second does what it can meanwhile, the first goes on. */
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
    'with other roles %s the first one’s %s, belongs to the first, with its roles alone',
    async (...moment) => {
      const [first, second] = await oneWithin(
        moment,
        (call) => invite(anna, invitation, { call }),
        () => invite(vera, otherRoles),
      );
      expect(first.status).toBe(201);
      expect(codeOf(second)).toEqual(exists);
      expect((second.body as { message: string }).message).toContain('финансы, технический специалист');
      expect(await groups()).toEqual(['finance', 'operator-north', 'technical']);
      expect([desk.pool.messages.length, await activities()]).toEqual([1, ['invited']]);
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
    expect([desk.pool.messages.length, await activities()]).toEqual([1, ['invited']]);
  });

  it.each(moments)('under one key %s the first one’s %s, is answered alike', async (...moment) => {
    const key = 'k-1';
    const [first, second] = await oneWithin(
      moment,
      (call) => invite(anna, invitation, { call, key }),
      () => invite(anna, invitation, { key }),
    );
    expect([first.status, second.status, first.body]).toEqual([201, 201, second.body]);
    expect([desk.pool.messages.length, await activities()]).toEqual([1, ['invited']]);
  });

  it.each([
    ['with different roles', otherRoles],
    ['with the same roles', invitation],
  ])('%s, by two at once, has one account and the roles of one', async (_, body) => {
    const [first, second] = await Promise.all([invite(anna, invitation), invite(vera, body)]);
    expect([first.status, second.status].toSorted()).toEqual([201, 409]);
    const { roles } = (first.status === 201 ? first : second).body as { roles: string[] };
    expect(await groups()).toEqual([...roles, 'operator-north'].toSorted());
    expect([desk.pool.messages.length, await activities()]).toEqual([1, ['invited']]);
  });

  it.each([1, 2, 3, 4])(
    'is ended with the roles that it was begun with, where it broke off before change %i',
    async (count) => {
      await desk.breakingOff(count, 'before')(anna, `POST ${people}`, { body: invitation });
      expect(codeOf(await invite(vera, otherRoles))).toEqual(exists);
      expect((await invite(vera, invitation)).status).toBe(201);
      expect(await groups()).toEqual(['finance', 'operator-north', 'technical']);
    },
  );

  it('is invited with other roles where the first never came to be', async () => {
    const stranger = await desk.enrol(email, 'operator-south', 'technical');
    expect(codeOf(await invite(anna, invitation))).toEqual(exists);
    expect(codeOf(await invite(anna, otherRoles))).toEqual(exists);
    await desk.accounts.deleteAccount(stranger.sub);
    expect((await invite(anna, otherRoles)).status).toBe(201);
    expect(await groups()).toEqual(['administrator', 'operator-north']);
  });

  it('is invited with other roles where the user pool did not take the first', async () => {
    const createAccount = () => Promise.resolve({ outcome: 'rejected' } as const);
    const call = desk.callWith({ ...desk.accounts, createAccount });
    expect(codeOf(await invite(anna, invitation, { call }))).toEqual([400, 'invalidRequest']);
    expect((await invite(anna, otherRoles)).status).toBe(201);
    expect(await groups()).toEqual(['administrator', 'operator-north']);
  });

  it.each([
    ['another address', 'k-2', { ...invitation, email: 'lev@north.example' }, [201, undefined], 2],
    ['it with other roles', 'k-2', otherRoles, exists, 1],
    ['it alike', 'k-2', invitation, exists, 1],
    ['it under the same key', 'k-1', invitation, [201, undefined], 1],
  ])('by one whom somebody overtakes who invites %s', async (_, key, body, outcome, mails) => {
    let isFirst = true;
    const table = desk.store.intercepted(async (command, forward) => {
      const overtakes = isFirst && command instanceof TransactWriteCommand;
      if (overtakes) {
        isFirst = false;
        expect((await invite(anna, body, { key })).status).toBe(201);
      }
      return forward();
    });
    const call = desk.callWith(desk.accounts, table);
    expect(codeOf(await invite(anna, invitation, { call, key: 'k-1' }))).toEqual(outcome);
    expect(await groups()).toEqual([...(mails === 1 ? body : invitation).roles, 'operator-north'].toSorted());
    expect(desk.pool.messages).toHaveLength(mails);
  });
});

describe('a request that comes twice', () => {
  it('is answered alike where one ends between two readings of the other', async () => {
    let reads = 0;
    const twins: Answer[] = [];
    const table = desk.store.intercepted(async (command, forward) => {
      if (!(command instanceof TransactWriteCommand)) reads += 1;
      // The first is about the caller; the twin comes between the next two.
      if (reads === 3 && twins.length === 0) twins.push(await invite(anna, invitation, { key: 'k-1' }));
      return forward();
    });
    const call = desk.callWith(desk.accounts, table);
    const { status, body } = await invite(anna, invitation, { call, key: 'k-1' });
    expect([status, body]).toEqual([201, twins[0]!.body]);
    expect(desk.pool.messages).toHaveLength(1);
  });
});

describe('the mails to one address', () => {
  const invited = async () => ((await invite(anna, invitation)).body as { id: string }).id;

  it('wait for ten minutes, which the refusal says, and leave no trace where they are refused', async () => {
    const sub = await invited();
    desk.advance(4);
    const refused = await again(sub);
    expect(codeOf(refused)).toEqual(tooMany);
    expect((refused.body as { message: string }).message).toContain('6 мин');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(300);
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(360);
    expect([desk.pool.messages.length, await activities()]).toEqual([1, ['invited']]);
    desk.advance(6);
    expect((await again(sub)).status).toBe(200);
    expect(codeOf(await again(sub))).toEqual(tooMany);
    expect([desk.pool.messages.length, await activities()]).toEqual([2, ['invitedAgain', 'invited']]);
  });

  it('are five a day, and go on a day after the first', async () => {
    const sub = await invited();
    for (let count = 2; count <= 5; count += 1) {
      desk.advance(60);
      expect((await again(sub)).status).toBe(200);
    }
    desk.advance(60);
    const refused = await desk.call(anna, `POST ${people}/${sub}/invitation`, {
      headers: { 'accept-language': 'en' },
    });
    expect(codeOf(refused)).toEqual(tooMany);
    expect((refused.body as { message: string }).message).toMatch(/^5 .* Try again in 19 h$/);
    expect(desk.pool.messages).toHaveLength(5);
    desk.advance(19 * 60);
    expect((await again(sub)).status).toBe(200);
  });

  it('are one of two that are asked for at the same moment', async () => {
    const sub = await invited();
    desk.advance(10);
    const answers = await Promise.all([again(sub), again(sub)]);
    expect(answers.map(codeOf).toSorted()).toEqual([[200, undefined], tooMany]);
    expect(desk.pool.messages).toHaveLength(2);
  });

  it('are counted over a removal and another invitation', async () => {
    const sub = await invited();
    expect(codeOf(await invite(anna, invitation))).toEqual(exists);
    expect((await desk.call(anna, `DELETE ${people}/${sub}`)).status).toBe(204);
    expect(codeOf(await invite(anna, invitation))).toEqual(tooMany);
    desk.advance(10);
    expect((await invite(anna, otherRoles)).status).toBe(201);
    expect(await groups()).toEqual(['administrator', 'operator-north']);
    expect(desk.pool.messages).toHaveLength(2);
  });

  it('are counted for whoever was created in the Cognito console, too', async () => {
    const { sub } = await desk.create('Lev@north.example', 'operator-north', 'technical');
    expect((await again(sub)).status).toBe(200);
    expect(codeOf(await again(sub))).toEqual(tooMany);
    desk.advance(10);
    expect((await again(sub)).status).toBe(200);
    expect((await desk.call(anna, `DELETE ${people}/${sub}`)).status).toBe(204);
    expect(codeOf(await invite(anna, { ...invitation, email: 'lev@north.example' }))).toEqual(tooMany);
  });

  it('are not counted where the user pool took none', async () => {
    const sub = await invited();
    desk.advance(10);
    const send = () =>
      Promise.reject(new TooManyRequestsException({ message: 'Rate exceeded', $metadata: {} }));
    const { resendInvitation } = accountsOf(new CognitoPool({ send }, testPoolId));
    const busy = desk.callWith({ ...desk.accounts, resendInvitation });
    for (let count = 0; count < 2; count += 1)
      expect(codeOf(await again(sub, busy))).toEqual([503, 'unavailable']);
    expect((await again(sub)).status).toBe(200);
  });
});

describe('the mails of one operator', () => {
  it('are 25 in a day of Moscow’s, and no other operator’s', async () => {
    const olga = await desk.enrol('olga@south.example', 'operator-south', 'administrator');
    await desk.store.put(acceptanceItem(olga.sub));
    desk.sleepUntil('2026-12-01T06:00:00+03:00');
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
    desk.sleepUntil('2026-12-02T00:00:00+03:00');
    expect((await one(anna, 29)).status).toBe(201);
  }, 120_000);
});
