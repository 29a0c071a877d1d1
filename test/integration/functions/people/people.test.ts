import { ListUsersCommand } from '@aws-sdk/client-cognito-identity-provider';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signInWithSrp } from '../../../../infra/local/cognito/sign-in.ts';
import { acceptanceItem, type Person } from '../../../invoke.ts';
import { testClientId, testPoolId } from '../../local/cognito/pool-fixture.ts';
import { openPeopleDesk, type PeopleDesk } from './people-desk.ts';

const people = '/cabinet/v1/person';
const invitation = { email: 'Boris@north.example', name: 'Борис Лыков', roles: ['technical', 'finance'] };
let desk: PeopleDesk;
let anna: Person;

beforeEach(async () => {
  desk = await openPeopleDesk();
  ({ anna } = desk);
});
afterEach(() => desk.pool.close());

const ask = (request: string, body?: unknown, headers: Record<string, string> = {}) =>
  desk.call(anna, request, { headers, ...(body === undefined ? {} : { body }) });
const activities = async () =>
  ((await ask('GET /cabinet/v1/activity')).body as { action: string }[]).map(({ action }) => action);
const groupsOf = async (sub: string) => [...(await desk.accounts.groupsOf(sub))].sort();
const countUsers = async () =>
  (await desk.pool.cognito.send(new ListUsersCommand({ UserPoolId: testPoolId }))).Users!.length;

describe('an invitation', () => {
  it('makes an account in the operator’s group and the roles’, whose owner is written to', async () => {
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
    expect(desk.pool.messages).toHaveLength(1);
    expect(await activities()).toEqual(['invited']);
    expect((await ask(`GET ${headers['location']}`)).body).toEqual(body);
  });

  it('is made once, however often it is sent under one key', async () => {
    const key = { 'idempotency-key': 'k-1' };
    const first = await ask(`POST ${people}`, invitation, key);
    expect((await ask(`POST ${people}`, invitation, key)).body).toEqual(first.body);
    expect(desk.pool.messages).toHaveLength(1);
    expect(await activities()).toEqual(['invited']);
  });

  it.each(['boris@north.example', 'boris@south.example', 'boris@carrier.example'])(
    'of an address that has an account is refused alike, whosever it is: %s',
    async (email) => {
      const { sub } = await desk.enrol(
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
  )('that breaks off %s its change %i is ended by sending it again', async (when, count) => {
    const broken = await desk.breakingOff(count, when)(anna, `POST ${people}`, { body: invitation });
    expect(broken.status).toBe(500);
    const { status, body } = await ask(`POST ${people}`, invitation);
    expect(status).toBe(201);
    expect(await groupsOf(body.id)).toEqual(['finance', 'operator-north', 'technical']);
    expect(await countUsers()).toBe(2);
    expect(await activities()).toEqual(['invited']);
    expect((await ask(`POST ${people}`, invitation)).status).toBe(409);
  });

  it('is sent again to whoever has not signed in, and to nobody else', async () => {
    const { body } = await ask(`POST ${people}`, invitation);
    desk.advance(10);
    expect((await ask(`POST ${people}/${body.id}/invitation`)).status).toBe(200);
    expect(desk.pool.messages).toHaveLength(2);
    expect(await activities()).toEqual(['invitedAgain', 'invited']);
    expect((await ask(`POST ${people}/${anna.sub}/invitation`)).body.code).toBe('changeForbidden');
  });

  it('gives no role that is not an operator’s', async () => {
    for (const roles of [['manager'], ['carrier-administrator'], ['operator-south'], []])
      expect((await ask(`POST ${people}`, { ...invitation, roles })).status).toBe(400);
  });
});

describe('a colleague', () => {
  let vera: Person;
  beforeEach(async () => {
    vera = await desk.enrol('vera@north.example', 'operator-north', 'technical');
  });

  it('who was created in the Cognito console is listed, and known with the roles once looked at', async () => {
    const { body, headers } = await ask(`GET ${people}`);
    const emails = (body as { email: string }[]).map(({ email }) => email);
    expect(emails.toSorted()).toEqual(['anna@north.example', 'vera@north.example']);
    expect(headers['x-total-count']).toBe('2');
    expect((await ask(`GET ${people}/${vera.sub}`)).body).toMatchObject({
      roles: ['technical'],
      status: 'active',
    });
  });

  it('gets other roles, is disabled and enabled, each kept as an activity', async () => {
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

  it('is removed for good, and not found any more', async () => {
    expect((await ask(`DELETE ${people}/${vera.sub}`)).status).toBe(204);
    expect((await ask(`GET ${people}/${vera.sub}`)).status).toBe(404);
    expect((await ask(`DELETE ${people}/${vera.sub}`)).status).toBe(404);
    expect(await activities()).toEqual(['removed']);
  });

  it.each([
    ['PATCH', { roles: ['finance', 'administrator'], enabled: false }, 5],
    ['DELETE', undefined, 2],
  ] as const)(
    'whose %s breaks off anywhere ends right when it is sent again',
    async (method, body, steps) => {
      for (let count = 1; count <= steps; count += 1) {
        const { sub } = await desk.enrol(`p${count}@north.example`, 'operator-north', 'technical');
        const parts = body === undefined ? {} : { body };
        const broken = await desk.breakingOff(count, 'before')(anna, `${method} ${people}/${sub}`, parts);
        expect([count, broken.status]).toEqual([count, 500]);
        expect((await desk.call(anna, `${method} ${people}/${sub}`, parts)).status).toBeLessThan(300);
        expect(await groupsOf(sub)).toEqual(
          body === undefined ? [] : ['administrator', 'finance', 'operator-north'],
        );
        expect((await desk.accounts.readAccount(sub))?.enabled ?? false).toBe(false);
      }
      expect(new Set(await activities()).size * steps).toBe((await activities()).length);
    },
  );

  it.each([
    ['another operator', ['operator-south']],
    ['another operator, too,', ['operator-north', 'operator-south']],
    ['the carrier', ['manager']],
  ] as const)('who went over to %s keeps the account when a removal is sent again', async (_, groups) => {
    const broken = await desk.breakingOff(2, 'before')(anna, `DELETE ${people}/${vera.sub}`);
    expect(broken.status).toBe(500);
    await desk.accounts.removeFromGroup(vera.sub, 'operator-north');
    for (const group of groups) await desk.accounts.addToGroup(vera.sub, group);

    expect((await ask(`DELETE ${people}/${vera.sub}`)).status).toBe(204);
    expect(await desk.accounts.readAccount(vera.sub)).toMatchObject({ enabled: true });
    expect(await groupsOf(vera.sub)).toEqual([...groups, 'technical'].toSorted());
    expect((await ask(`DELETE ${people}/${vera.sub}`)).status).toBe(404);
    expect(await activities()).toEqual(['removed']);
  });

  it('is one and the same, whether the subject is written small or in capitals', async () => {
    const { body } = await ask(`POST ${people}`, invitation);
    const inCapitals = String(body.id).toUpperCase();
    expect((await ask(`GET ${people}/${inCapitals}`)).body).toEqual(body);
    expect((await ask(`DELETE ${people}/${anna.sub.toUpperCase()}`)).body.code).toBe('lastAdministrator');
    expect((await ask(`DELETE ${people}/${inCapitals}`)).status).toBe(204);
    // Kept for the activities under the key that these have, for a year.
    const Key = { pk: 'OP#north', sk: `PERSON#${body.id}` };
    const { Item } = await desk.store.documents.send(new GetCommand({ TableName: desk.store.name, Key }));
    expect(Item).toMatchObject({ removedAt: expect.any(String) as string });
  });

  it('of another operator, of the carrier, or of several, does not exist', async () => {
    const strangers = [
      await desk.enrol('a@south.example', 'operator-south', 'administrator'),
      await desk.enrol('b@carrier.example', 'manager'),
      await desk.enrol('c@carrier.example', 'manager', 'operator-north'),
      await desk.enrol('d@both.example', 'operator-north', 'operator-south', 'technical'),
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
  ])('stays, whatever %s %j would make of it', async (method, body) => {
    const disabled = await desk.enrol('gone@north.example', 'operator-north', 'administrator');
    await desk.accounts.setEnabled(disabled.sub, false);
    await desk.enrol('other@south.example', 'operator-south', 'administrator');
    await ask(`POST ${people}`, { ...invitation, roles: ['administrator'] });
    const answer = await ask(`${method} ${people}/${anna.sub}`, body);
    expect(answer).toMatchObject({ status: 409, body: { code: 'lastAdministrator' } });
    expect((await desk.accounts.readAccount(anna.sub))?.enabled).toBe(true);
  });

  it('is left when two administrators take each other’s rights at the same moment', async () => {
    const vera = await desk.enrol('vera@north.example', 'operator-north', 'administrator');
    await desk.store.put(acceptanceItem(vera.sub));
    const answers = await Promise.all([
      desk.call(anna, `DELETE ${people}/${vera.sub}`),
      desk.call(vera, `DELETE ${people}/${anna.sub}`),
    ]);
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    // Whoever comes last finds the other gone already, or is no administrator any more.
    expect(answers.filter(({ status }) => status === 409 || status === 403)).toHaveLength(1);
  });
});

describe('an administrator whose token outlives the role', () => {
  const { invite, ...onSomebody } = {
    invite: ['POST', people, invitation],
    inviteAgain: ['POST', `${people}/{id}/invitation`],
    change: ['PATCH', `${people}/{id}`, { enabled: true, roles: ['administrator'] }],
    remove: ['DELETE', `${people}/{id}`],
  } as const;
  const machineAccount = '/cabinet/v1/machineAccount';

  it.each([
    ['was disabled', (sub: string) => desk.accounts.setEnabled(sub, false)],
    ['was demoted', (sub: string) => desk.accounts.removeFromGroup(sub, 'administrator')],
    [
      'belongs to the operator no more',
      (sub: string) => desk.accounts.removeFromGroup(sub, 'operator-north'),
    ],
    ['belongs to another operator, too', (sub: string) => desk.accounts.addToGroup(sub, 'operator-south')],
    ['was removed', (sub: string) => desk.accounts.deleteAccount(sub)],
  ])('since it %s changes nothing any more', async (_, end) => {
    const vera = await desk.enrol('vera@north.example', 'operator-north', 'administrator');
    await desk.store.put(acceptanceItem(vera.sub));
    const { body: machine } = await ask(`POST ${machineAccount}`, { name: 'OSS', roles: ['technical'] });
    const { body: invited } = await ask(`POST ${people}`, { ...invitation, email: 'lev@north.example' });
    await end(vera.sub);
    const before = [await countUsers(), await groupsOf(vera.sub), await activities()];

    const requests: (readonly [string, string, unknown?])[] = [
      invite,
      ['POST', machineAccount, { name: 'OSS', roles: ['technical'] }],
      ['DELETE', machine.href],
      ...[vera.sub, anna.sub, invited.id].flatMap((id: string) =>
        Object.values(onSomebody).map(
          ([method, path, body]) => [method, path.replace('{id}', id), body] as const,
        ),
      ),
    ];
    for (const [method, path, body] of requests) {
      const answer = await desk.call(vera, `${method} ${path}`, body === undefined ? {} : { body });
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
      endpoint: desk.pool.endpoint,
      poolId: testPoolId,
      clientId: testClientId,
      username,
      password,
    });

  it('signs in with the password that was shown once, works at once, and no more once it is revoked', async () => {
    const { status, body } = await ask('POST /cabinet/v1/machineAccount', machine);
    expect(status).toBe(201);
    const tokens = await signIn(body.login, body.password);
    const { sub } = JSON.parse(Buffer.from(tokens.accessToken.split('.')[1]!, 'base64url').toString()) as {
      sub: string;
    };
    expect(await groupsOf(sub)).toEqual(['operator-north', 'technical']);
    const system = { sub, groups: ['operator-north', 'technical'] };
    // The rules were accepted for it: a role is all that it lacks.
    expect((await desk.call(system, `GET ${people}`)).body.code).toBe('roleNotAllowed');

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

  it('whose creation broke off belongs nowhere until its end, and is revoked', async () => {
    for (const count of [1, 2, 3, 4]) {
      const broken = desk.breakingOff(count, 'before');
      expect((await broken(anna, 'POST /cabinet/v1/machineAccount', { body: machine })).status).toBe(500);
    }
    for (const { href, state } of (await ask('GET /cabinet/v1/machineAccount')).body as {
      href: string;
      state: string;
    }[]) {
      expect(state).toBe('creating');
      expect((await ask(`DELETE ${href}`)).status).toBe(204);
    }
    expect((await desk.accounts.listMembers('operator-north', undefined)).accounts).toHaveLength(1);
  });

  it('never keeps people', async () => {
    expect(
      (await ask('POST /cabinet/v1/machineAccount', { ...machine, roles: ['administrator'] })).status,
    ).toBe(400);
  });
});

describe('the rules', () => {
  it('are read by everybody, in both languages and in every version', async () => {
    const { body } = await desk.call(undefined, 'GET /cabinet/v1/rules', {
      headers: { 'accept-language': 'en' },
    });
    expect(body).toMatchObject({ version: '2', title: 'Rules of the operator cabinet' });
    expect(body.clause.length).toBeGreaterThan(10);
    expect((await desk.call(undefined, 'GET /cabinet/v1/rules?version=1')).body.clause[0]).toMatch(
      /^Кабинет/,
    );
    expect((await desk.call(undefined, 'GET /cabinet/v1/rules?version=9')).status).toBe(404);
  });

  it('are accepted once, with the address that the edge saw, and everything answers at once', async () => {
    const vera = await desk.enrol('vera@north.example', 'operator-north', 'administrator');
    const accept = (version: string) =>
      desk.call(vera, 'POST /cabinet/v1/rules/acceptance', {
        body: { version },
        headers: { 'x-viewer-address': '192.0.2.7' },
      });
    expect((await desk.call(vera, `GET ${people}`)).body.code).toBe('rulesNotAccepted');
    expect((await accept('1')).status).toBe(400);
    const first = await accept('2');
    expect(first).toMatchObject({ status: 200, body: { version: '2' } });
    expect((await accept('2')).body).toEqual(first.body);
    expect((await desk.call(vera, `GET ${people}`)).status).toBe(200);
    expect(await activities()).toEqual(['rulesAccepted']);
    const key = { pk: `USER#${vera.sub}`, sk: 'RULES/HISTORY#2' };
    const { Item } = await desk.store.documents.send(
      new GetCommand({ TableName: desk.store.name, Key: key }),
    );
    expect(Item).toMatchObject({ rulesVersion: '2', address: '192.0.2.7', operatorId: 'north' });
  });
});
