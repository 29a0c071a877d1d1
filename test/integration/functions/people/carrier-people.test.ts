import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  DeleteGroupCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountsOf } from '../../../../functions/people/user-pool.ts';
import { CognitoPool } from '../../../../shared/identity/cognito/pool.ts';
import { createHandlers } from '../../../../functions/people/handlers.ts';
import { routes } from '../../../../functions/people/routes.ts';
import { createIds } from '../../../../shared/table/ids.ts';
import { type Answer, callerOf, carrierPerson } from '../../../invoke.ts';
import { testPoolId } from '../../../../infra/local/testing/cognito/pool-fixture.ts';
import { startBusyPool } from './busy-pool.ts';
import { openPeople, type PeopleFixture } from './people-fixture.ts';

const path = '/cabinet/v1/carrierPerson';
const administrator = carrierPerson('carrier-administrator');
const inPool = { UserPoolId: testPoolId };

let fixture: PeopleFixture;
let vera: string;
beforeAll(async () => {
  fixture = await openPeople();
  const { User } = await fixture.pool.cognito.send(
    new AdminCreateUserCommand({
      ...inPool,
      Username: 'vera@carrier.example',
      MessageAction: 'SUPPRESS',
      UserAttributes: [{ Name: 'name', Value: 'Вера Кузнецова' }],
    }),
  );
  vera = User!.Username!;
  for (const GroupName of ['manager', 'carrier-administrator'])
    await fixture.pool.cognito.send(new AdminAddUserToGroupCommand({ ...inPool, Username: vera, GroupName }));
});
afterAll(() => fixture.pool.close());

const list = (query: Readonly<Record<string, string>> = {}, person = administrator) =>
  fixture.call(person, `GET ${path}`, { query });
const nextOf = ({ headers }: Answer) =>
  new URL(/<([^>]+)>/.exec(headers['link'] ?? '')?.[1] ?? '', 'https://cabinet.example').searchParams;
/** All pages of a list, by its `next` links. */
const pagesOf = async (query: Readonly<Record<string, string>> = {}) => {
  const pages: Answer[] = [await list(query)];
  for (let page = pages[0]!; page.headers['link'] !== undefined;) {
    page = await list(Object.fromEntries(nextOf(page)));
    expect(page.status).toBe(200);
    pages.push(page);
  }
  return pages.map(({ body }) => body as { id: string; role: string }[]);
};

describe('the list of the carrier’s people', () => {
  it('shows a person’s name, role and whether they can sign in', async () => {
    const { sub } = await fixture.enrol('gone@carrier.example', 'support');
    await fixture.pool.cognito.send(new AdminDisableUserCommand({ ...inPool, Username: sub }));
    const { body, headers } = await list({ role: 'manager' });
    expect(body).toEqual([
      {
        '@type': 'CabinetCarrierPerson',
        id: vera,
        name: 'Вера Кузнецова',
        email: 'vera@carrier.example',
        role: 'manager',
        enabled: true,
      },
    ]);
    expect(headers).toMatchObject({ 'x-total-count': '1', 'cache-control': 'no-store' });
    expect((await list({ role: 'support' })).body).toMatchObject([
      { id: sub, name: 'gone@carrier.example', role: 'support', enabled: false },
    ]);
  });

  it('lists a person with several roles once per role, and no operator’s users', async () => {
    const people = (await pagesOf()).flat();
    expect(people.filter(({ id }) => id === vera).map(({ role }) => role)).toEqual([
      'manager',
      'carrier-administrator',
    ]);
    expect(JSON.stringify(people)).not.toContain(fixture.anna.sub);
    expect((await pagesOf({ role: 'carrier-administrator,support' })).flat().map(({ role }) => role)).toEqual(
      ['support', 'carrier-administrator'],
    );
  });

  it('is read in pages of 60 to the end, each person once per role', async () => {
    const subs = await Promise.all(
      Array.from({ length: 70 }, async (_, place) => {
        const { sub } = await fixture.enrol(`m${String(place)}@carrier.example`, 'manager');
        return sub;
      }),
    );
    const pages = await pagesOf({ role: 'manager' });
    expect(pages.map((page) => page.length)).toEqual([60, 11]);
    expect(
      pages
        .flat()
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual([...subs, vera].toSorted());
    expect((await pagesOf()).flat()).toHaveLength(71 + 2);
  });

  it.each(['manager.made-up', 'manager.', 'support', 'nobody', '.', 'manager. '])(
    'refuses an invalid cursor: %j',
    async (cursor) => {
      expect(await list({ role: 'manager', cursor })).toMatchObject({
        status: 400,
        body: { problem: [{ pointer: '?cursor' }] },
      });
    },
  );

  it('refuses a role that is not one of the carrier’s', async () => {
    for (const role of ['administrator', 'operator-north', '', 'manager,technical'])
      expect((await list({ role })).body.problem).toMatchObject([{ pointer: '?role' }]);
  });

  it('can be read only by managers and the carrier’s administrator', async () => {
    expect((await list({}, { sub: vera, groups: ['manager'] })).status).toBe(200);
    for (const person of [fixture.anna, carrierPerson('support')])
      expect((await list({}, person)).body.code).toBe('roleNotAllowed');
  });

  it('is empty for a role whose group was deleted', async () => {
    await fixture.pool.cognito.send(new DeleteGroupCommand({ ...inPool, GroupName: 'support' }));
    expect(await list({ role: 'support' })).toMatchObject({ status: 200, body: [] });
  });

  it.each(['TooManyRequestsException', 'LimitExceededException', 'InternalErrorException'])(
    'is temporarily unavailable if the user pool answers %s',
    async (code) => {
      const busy = await startBusyPool(code);
      const { table } = fixture.store;
      const clock = () => new Date();
      const accounts = accountsOf(new CognitoPool(busy.cognito, testPoolId));
      const handlers = createHandlers({ table, accounts, clock, ids: createIds(clock) });
      try {
        const { status, headers } = await callerOf(routes, handlers, { table })(administrator, `GET ${path}`);
        expect([status, headers['retry-after']]).toEqual([503, '2']);
      } finally {
        await busy.close();
      }
    },
  );
});
