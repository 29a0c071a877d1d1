import {
  AdminUpdateUserAttributesCommand,
  ListUsersCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signInWithSrp } from '../../../../infra/local/cognito/sign-in.ts';
import { acceptanceItem, type Person } from '../../../invoke.ts';
import { testClientId, testPoolId } from '../../../../infra/local/testing/cognito/pool-fixture.ts';
import { openPeople, type PeopleFixture } from './people-fixture.ts';

const people = '/cabinet/v1/person';
const invitation = { email: 'Boris@north.example', name: 'Борис Лыков', roles: ['technical', 'finance'] };
let fixture: PeopleFixture;
let anna: Person;

beforeEach(async () => {
  fixture = await openPeople();
  ({ anna } = fixture);
});
afterEach(() => fixture.pool.close());

const ask = (request: string, body?: unknown, headers: Record<string, string> = {}) =>
  fixture.call(anna, request, { headers, ...(body === undefined ? {} : { body }) });
const activities = async () =>
  ((await ask('GET /cabinet/v1/activity')).body as { action: string }[]).map(({ action }) => action);
const groupsOf = async (sub: string) => [...(await fixture.accounts.groupsOf(sub))].sort();
const countUsers = async () =>
  (await fixture.pool.cognito.send(new ListUsersCommand({ UserPoolId: testPoolId }))).Users!.length;

describe('an invitation', () => {
  it('creates an account in the groups of the operator and the roles, and sends a mail', async () => {
    const { status, body, headers } = await ask(`POST ${people}`, invitation);
    expect({ status, body }).toMatchObject({
      status: 201,
      body: {
        email: 'boris@north.example',
        name: 'Борис Лыков',
        status: 'invited',
        roles: ['finance', 'technical'],
      },
    });
    expect(headers['location']).toBe(`${people}/${body.id}`);
    expect(await groupsOf(body.id)).toEqual(['finance', 'operator-north', 'technical']);
    expect(fixture.pool.messages).toHaveLength(1);
    expect(await activities()).toEqual(['invited']);
    expect((await ask(`GET ${headers['location']}`)).body).toEqual(body);
  });

  it('is created once per idempotency key', async () => {
    const key = { 'idempotency-key': 'k-1' };
    const first = await ask(`POST ${people}`, invitation, key);
    expect((await ask(`POST ${people}`, invitation, key)).body).toEqual(first.body);
    expect(fixture.pool.messages).toHaveLength(1);
    expect(await activities()).toEqual(['invited']);
  });

  it.each(['boris@north.example', 'boris@south.example', 'boris@carrier.example'])(
    'is refused in the same way for any address that has an account: %s',
    async (email) => {
      const { sub } = await fixture.enrol(
        email,
        `operator-${email.split('@')[1]!.split('.')[0]!}`.replace('operator-carrier', 'manager'),
      );
      const before = await groupsOf(sub);
      const { status, body } = await ask(`POST ${people}`, { ...invitation, email });
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'alreadyExists' });
      expect(body.message).not.toMatch(/north|south/);
      expect(await groupsOf(sub)).toEqual(before);
    },
  );

  it.each(
    ([1, 2, 3, 4] as const).flatMap((count) =>
      (['before', 'after'] as const).map((when) => [when, count] as const),
    ),
  )('interrupted %s its change %i is completed by sending it again', async (when, count) => {
    const broken = await fixture.interruptedAt(count, when)(anna, `POST ${people}`, { body: invitation });
    expect(broken.status).toBe(500);
    const { status, body } = await ask(`POST ${people}`, invitation);
    expect(status).toBe(201);
    expect(await groupsOf(body.id)).toEqual(['finance', 'operator-north', 'technical']);
    expect(await countUsers()).toBe(2);
    expect(await activities()).toEqual(['invited']);
    expect((await ask(`POST ${people}`, invitation)).status).toBe(409);
  });

  it('is resent only to a person who has not signed in yet', async () => {
    const { body } = await ask(`POST ${people}`, invitation);
    fixture.advance(10);
    expect((await ask(`POST ${people}/${body.id}/invitation`)).status).toBe(200);
    expect(fixture.pool.messages).toHaveLength(2);
    expect(await activities()).toEqual(['invitedAgain', 'invited']);
    expect((await ask(`POST ${people}/${anna.sub}/invitation`)).body.code).toBe('changeForbidden');
  });

  it('gives only roles of an operator', async () => {
    for (const roles of [['manager'], ['carrier-administrator'], ['operator-south'], []])
      expect((await ask(`POST ${people}`, { ...invitation, roles })).status).toBe(400);
  });
});

describe('a colleague', () => {
  let vera: Person;
  beforeEach(async () => {
    vera = await fixture.enrol('vera@north.example', 'operator-north', 'technical');
  });

  it('added in the Cognito console is listed, and has roles when read', async () => {
    const { body, headers } = await ask(`GET ${people}`);
    const emails = (body as { email: string }[]).map(({ email }) => email);
    expect(emails.toSorted()).toEqual(['anna@north.example', 'vera@north.example']);
    expect(headers['x-total-count']).toBe('2');
    expect((await ask(`GET ${people}/${vera.sub}`)).body).toMatchObject({
      roles: ['technical'],
      status: 'active',
    });
  });

  it('gets other roles, is disabled and enabled, with an activity for each change', async () => {
    await ask(`PATCH ${people}/${vera.sub}`, { roles: ['finance'] });
    expect(await groupsOf(vera.sub)).toEqual(['finance', 'operator-north']);
    expect((await ask(`PATCH ${people}/${vera.sub}`, { enabled: false })).body.status).toBe('disabled');
    expect((await ask(`PATCH ${people}/${vera.sub}`, { enabled: true })).body.status).toBe('active');
    await ask(`PATCH ${people}/${vera.sub}`, { enabled: true });
    expect(await activities()).toEqual(['enabled', 'disabled', 'rolesChanged']);
    const { body } = await ask('GET /cabinet/v1/activity?limit=1');
    expect(body[0]).toMatchObject({
      subject: { type: 'person', name: 'vera@north.example' },
      role: 'administrator',
    });
  });

  it('is removed permanently, and then not found', async () => {
    expect((await ask(`DELETE ${people}/${vera.sub}`)).status).toBe(204);
    expect((await ask(`GET ${people}/${vera.sub}`)).status).toBe(404);
    expect((await ask(`DELETE ${people}/${vera.sub}`)).status).toBe(404);
    expect(await activities()).toEqual(['removed']);
  });

  it.each([
    ['PATCH', { roles: ['finance', 'administrator'], enabled: false }, 5],
    ['DELETE', undefined, 2],
  ] as const)(
    'whose %s was interrupted at any step is changed completely by repeating it',
    async (method, body, steps) => {
      for (let count = 1; count <= steps; count += 1) {
        const { sub } = await fixture.enrol(`p${count}@north.example`, 'operator-north', 'technical');
        const parts = body === undefined ? {} : { body };
        const broken = await fixture.interruptedAt(count, 'before')(
          anna,
          `${method} ${people}/${sub}`,
          parts,
        );
        expect([count, broken.status]).toEqual([count, 500]);
        expect((await fixture.call(anna, `${method} ${people}/${sub}`, parts)).status).toBeLessThan(300);
        expect(await groupsOf(sub)).toEqual(
          body === undefined ? [] : ['administrator', 'finance', 'operator-north'],
        );
        expect((await fixture.accounts.readAccount(sub))?.enabled ?? false).toBe(false);
      }
      expect(new Set(await activities()).size * steps).toBe((await activities()).length);
    },
  );

  it.each([
    ['another operator', ['operator-south']],
    ['another operator as well', ['operator-north', 'operator-south']],
    ['the carrier', ['manager']],
  ] as const)(
    'moved to %s keeps the account when an interrupted removal is sent again',
    async (_, groups) => {
      const broken = await fixture.interruptedAt(2, 'before')(anna, `DELETE ${people}/${vera.sub}`);
      expect(broken.status).toBe(500);
      await fixture.accounts.removeFromGroup(vera.sub, 'operator-north');
      for (const group of groups) await fixture.accounts.addToGroup(vera.sub, group);

      expect((await ask(`DELETE ${people}/${vera.sub}`)).status).toBe(204);
      expect(await fixture.accounts.readAccount(vera.sub)).toMatchObject({ enabled: true });
      expect(await groupsOf(vera.sub)).toEqual([...groups, 'technical'].toSorted());
      expect((await ask(`DELETE ${people}/${vera.sub}`)).status).toBe(404);
      expect(await activities()).toEqual(['removed']);
    },
  );

  it('is the same for a subject in lower or upper case', async () => {
    const { body } = await ask(`POST ${people}`, invitation);
    const inUpperCase = String(body.id).toUpperCase();
    expect((await ask(`GET ${people}/${inUpperCase}`)).body).toEqual(body);
    expect((await ask(`DELETE ${people}/${anna.sub.toUpperCase()}`)).body.code).toBe('lastAdministrator');
    expect((await ask(`DELETE ${people}/${inUpperCase}`)).status).toBe(204);
    // The record stays for a year under the key that activities refer to.
    expect(await fixture.store.itemAt('OP#north', `PERSON#${body.id}`)).toMatchObject({
      removedAt: expect.any(String) as string,
    });
  });

  it('of another operator, of the carrier or of several operators is not found', async () => {
    const strangers = [
      await fixture.enrol('a@south.example', 'operator-south', 'administrator'),
      await fixture.enrol('b@carrier.example', 'manager'),
      await fixture.enrol('c@carrier.example', 'manager', 'operator-north'),
      await fixture.enrol('d@both.example', 'operator-north', 'operator-south', 'technical'),
    ];
    for (const { sub } of strangers) {
      const before = await groupsOf(sub);
      for (const [method, body] of [['GET'], ['PATCH', { enabled: false }], ['DELETE']] as const) {
        const { status, body: answer } = await ask(`${method} ${people}/${sub}`, body);
        expect({ status, code: answer.code }).toEqual({ status: 404, code: 'notFound' });
      }
      expect((await ask(`POST ${people}/${sub}/invitation`)).status).toBe(404);
      expect(await groupsOf(sub)).toEqual(before);
    }
  });
});

describe('the last administrator', () => {
  it.each([
    ['PATCH', { enabled: false }],
    ['PATCH', { roles: ['technical'] }],
    ['DELETE', undefined],
  ])('cannot be removed by %s %j', async (method, body) => {
    const disabled = await fixture.enrol('gone@north.example', 'operator-north', 'administrator');
    await fixture.accounts.setEnabled(disabled.sub, false);
    await fixture.enrol('other@south.example', 'operator-south', 'administrator');
    await ask(`POST ${people}`, { ...invitation, roles: ['administrator'] });
    const answer = await ask(`${method} ${people}/${anna.sub}`, body);
    expect(answer).toMatchObject({ status: 409, body: { code: 'lastAdministrator' } });
    expect((await fixture.accounts.readAccount(anna.sub))?.enabled).toBe(true);
  });

  it('remains when two administrators remove each other concurrently', async () => {
    const vera = await fixture.enrol('vera@north.example', 'operator-north', 'administrator');
    await fixture.store.put(acceptanceItem(vera.sub));
    const answers = await Promise.all([
      fixture.call(anna, `DELETE ${people}/${vera.sub}`),
      fixture.call(vera, `DELETE ${people}/${anna.sub}`),
    ]);
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    // The later request finds the guard changed, or its caller is no administrator any more.
    expect(answers.filter(({ status }) => status === 409 || status === 403)).toHaveLength(1);
  });
});

describe('an administrator with a token that is still valid', () => {
  const { invite, ...onPerson } = {
    invite: ['POST', people, invitation],
    inviteAgain: ['POST', `${people}/{id}/invitation`],
    change: ['PATCH', `${people}/{id}`, { enabled: true, roles: ['administrator'] }],
    remove: ['DELETE', `${people}/{id}`],
  } as const;
  const machineAccount = '/cabinet/v1/machineAccount';

  it.each([
    ['was disabled', (sub: string) => fixture.accounts.setEnabled(sub, false)],
    ['was demoted', (sub: string) => fixture.accounts.removeFromGroup(sub, 'administrator')],
    [
      'was removed from the operator’s group',
      (sub: string) => fixture.accounts.removeFromGroup(sub, 'operator-north'),
    ],
    [
      'was added to another operator’s group',
      (sub: string) => fixture.accounts.addToGroup(sub, 'operator-south'),
    ],
    ['was removed', (sub: string) => fixture.accounts.deleteAccount(sub)],
  ])('cannot change anything after the user %s', async (_, end) => {
    const vera = await fixture.enrol('vera@north.example', 'operator-north', 'administrator');
    await fixture.store.put(acceptanceItem(vera.sub));
    const { body: machine } = await ask(`POST ${machineAccount}`, { name: 'OSS', roles: ['technical'] });
    const { body: invited } = await ask(`POST ${people}`, { ...invitation, email: 'lev@north.example' });
    await end(vera.sub);
    const before = [await countUsers(), await groupsOf(vera.sub), await activities()];

    const requests: (readonly [string, string, unknown?])[] = [
      invite,
      ['POST', machineAccount, { name: 'OSS', roles: ['technical'] }],
      ['DELETE', machine.href],
      ...[vera.sub, anna.sub, invited.id].flatMap((id: string) =>
        Object.values(onPerson).map(
          ([method, path, body]) => [method, path.replace('{id}', id), body] as const,
        ),
      ),
    ];
    for (const [method, path, body] of requests) {
      const answer = await fixture.call(vera, `${method} ${path}`, body === undefined ? {} : { body });
      expect([method, path, answer.status, answer.body?.code]).toEqual([method, path, 403, 'roleNotAllowed']);
    }
    expect([await countUsers(), await groupsOf(vera.sub), await activities()]).toEqual(before);
    expect((await ask(`GET ${machineAccount}`)).body[0].state).toBe('active');
  });
});

describe('a machine account', () => {
  const machine = { name: 'OSS', roles: ['technical'] };
  const signIn = (username: string, password: string) =>
    signInWithSrp({
      endpoint: fixture.pool.endpoint,
      poolId: testPoolId,
      clientId: testClientId,
      username,
      password,
    });

  it('signs in with the password that was shown once, works at once, and stops working when revoked', async () => {
    const { status, body } = await ask('POST /cabinet/v1/machineAccount', machine);
    expect(status).toBe(201);
    const tokens = await signIn(body.login, body.password);
    const { sub } = JSON.parse(Buffer.from(tokens.accessToken.split('.')[1]!, 'base64url').toString()) as {
      sub: string;
    };
    expect(await groupsOf(sub)).toEqual(['operator-north', 'technical']);
    const system = { sub, groups: ['operator-north', 'technical'] };
    // The rules were accepted for it; it only lacks the role.
    expect((await fixture.call(system, `GET ${people}`)).body.code).toBe('roleNotAllowed');

    const { body: listed } = await ask('GET /cabinet/v1/machineAccount');
    expect(listed).toMatchObject([{ login: body.login, state: 'active', name: 'OSS' }]);
    expect(JSON.stringify(listed)).not.toContain(body.password);
    expect((await ask(`GET ${people}`)).body).toHaveLength(1);
    expect((await ask(`DELETE ${people}/${sub}`)).status).toBe(404);

    for (let time = 0; time < 2; time += 1) expect((await ask(`DELETE ${body.href}`)).status).toBe(204);
    await expect(signIn(body.login, body.password)).rejects.toThrow();
    expect((await ask('GET /cabinet/v1/machineAccount')).body[0].state).toBe('revoked');
    expect(await activities()).toEqual(['revoked', 'created']);
  });

  it('has no access if its creation was interrupted, and can be revoked', async () => {
    for (const count of [1, 2, 3, 4]) {
      const broken = fixture.interruptedAt(count, 'before');
      expect((await broken(anna, 'POST /cabinet/v1/machineAccount', { body: machine })).status).toBe(500);
    }
    for (const { href, state } of (await ask('GET /cabinet/v1/machineAccount')).body as {
      href: string;
      state: string;
    }[]) {
      expect(state).toBe('creating');
      expect((await ask(`DELETE ${href}`)).status).toBe(204);
    }
    expect((await fixture.accounts.listMembers('operator-north', undefined)).accounts).toHaveLength(1);
  });

  it('cannot be an administrator', async () => {
    expect(
      (await ask('POST /cabinet/v1/machineAccount', { ...machine, roles: ['administrator'] })).status,
    ).toBe(400);
  });
});

describe('the rules', () => {
  it('are public, in both languages and every version', async () => {
    const { body } = await fixture.call(undefined, 'GET /cabinet/v1/rules', {
      headers: { 'accept-language': 'en' },
    });
    expect(body).toMatchObject({ version: '2', title: 'Rules of the operator cabinet' });
    expect(body.clause.length).toBeGreaterThan(10);
    expect((await fixture.call(undefined, 'GET /cabinet/v1/rules?version=1')).body.clause[0]).toMatch(
      /^Кабинет/,
    );
    expect((await fixture.call(undefined, 'GET /cabinet/v1/rules?version=9')).status).toBe(404);
  });

  it('have the name of who accepted them in the history and in the activity log', async () => {
    const vera = await fixture.enrol('vera@north.example', 'operator-north', 'administrator');
    await fixture.pool.cognito.send(
      new AdminUpdateUserAttributesCommand({
        UserPoolId: testPoolId,
        Username: 'vera@north.example',
        UserAttributes: [{ Name: 'name', Value: 'Вера Белова' }],
      }),
    );
    const accepted = await fixture.call(vera, 'POST /cabinet/v1/rules/acceptance', {
      body: { version: '2' },
    });
    expect(accepted.status).toBe(200);
    const eventsOf = async (partition: string, prefix: string) =>
      (await fixture.store.itemsIn(partition, prefix)).map(({ by }) => by);
    const by = { side: 'operator', role: 'administrator', sub: vera.sub, name: 'Вера Белова' };
    expect(await eventsOf(`USER#${vera.sub}`, 'RULES/HISTORY#')).toEqual([by]);
    expect(await eventsOf('OP#north', 'ACTIVITY#')).toEqual([by]);
  });

  it('are accepted once, with the viewer’s address, and give access at once', async () => {
    const vera = await fixture.enrol('vera@north.example', 'operator-north', 'administrator');
    const accept = (version: string) =>
      fixture.call(vera, 'POST /cabinet/v1/rules/acceptance', {
        body: { version },
        headers: { 'x-viewer-address': '192.0.2.7' },
      });
    expect((await fixture.call(vera, `GET ${people}`)).body.code).toBe('rulesNotAccepted');
    expect((await accept('1')).status).toBe(400);
    const first = await accept('2');
    expect(first).toMatchObject({ status: 200, body: { version: '2' } });
    expect((await accept('2')).body).toEqual(first.body);
    expect((await fixture.call(vera, `GET ${people}`)).status).toBe(200);
    expect(await activities()).toEqual(['rulesAccepted']);
    expect(await fixture.store.itemAt(`USER#${vera.sub}`, 'RULES/HISTORY#0000000001')).toMatchObject({
      kind: 'accepted',
      by: { side: 'operator', role: 'administrator', sub: vera.sub },
      change: [{ field: 'rulesVersion', after: '2' }],
      address: '192.0.2.7',
      operatorId: 'north',
    });
  });
});
