import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminRemoveUserFromGroupCommand,
  type CognitoIdentityProviderClient,
  CreateGroupCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createHandlers } from '../../../../functions/operators/handlers.ts';
import { userPoolOf } from '../../../../functions/operators/user-pool.ts';
import { CognitoPool } from '../../../../shared/identity/cognito/pool.ts';
import { routes } from '../../../../functions/operators/routes.ts';
import { type Call, callerOf, carrierPerson, seedManager, seedOperator } from '../../../invoke.ts';
import { groupsInMemory } from '../../../operator-groups.ts';
import { openTable, type TestTable } from '../../../table.ts';
import {
  testPoolId,
  type PoolFixture,
  startPool,
} from '../../../../infra/local/testing/cognito/pool-fixture.ts';
import { startBusyPool } from '../people/busy-pool.ts';

const administrator = carrierPerson('carrier-administrator');
const clock = () => new Date('2026-11-22T09:00:00Z');
const inPool = { UserPoolId: testPoolId };

let pool: PoolFixture;
let boris: string;
let store: TestTable;
let call: Call;

const callWith = (cognito: CognitoIdentityProviderClient) =>
  callerOf(
    routes,
    createHandlers({
      table: store.table,
      clock,
      groups: groupsInMemory(),
      managers: userPoolOf(new CognitoPool(cognito, testPoolId)),
    }),
    store,
  );
const enrol = async (email: string, ...groups: readonly string[]): Promise<string> => {
  const user = { ...inPool, Username: email };
  const { User } = await pool.cognito.send(
    new AdminCreateUserCommand({ ...user, MessageAction: 'SUPPRESS' }),
  );
  for (const GroupName of groups)
    await pool.cognito.send(new AdminAddUserToGroupCommand({ ...user, GroupName }));
  return User!.Username!;
};
const assign = (managerSub: string, ask = call) =>
  ask(administrator, 'POST /cabinet/v1/operator/north/manager', { body: { managerSub } });
/** The operator's manager in its record, in the portfolio and in its history. */
const assignment = async () => ({
  managerSub: (await store.itemAt('OP#north', 'OPERATOR'))!['managerSub'],
  portfolio: (await store.itemAt(`USER#${boris}`, 'PORTFOLIO'))!['operatorIds'],
  history: (await call(administrator, 'GET /cabinet/v1/operator/north/history')).body as unknown[],
});

beforeAll(async () => {
  pool = await startPool();
  for (const GroupName of ['manager', 'support', 'carrier-administrator', 'operator-north', 'technical'])
    await pool.cognito.send(new CreateGroupCommand({ ...inPool, GroupName }));
  boris = await enrol('boris@carrier.example', 'manager');
});
afterAll(() => pool.close());
beforeEach(async () => {
  store = await openTable();
  call = callWith(pool.cognito);
  await seedOperator(store, 'north', { managerSub: boris });
  await seedManager(store, boris, ['north']);
});

describe('an operator', () => {
  it('is assigned to a manager, also one with a second role, and before the first sign-in', async () => {
    const vera = await enrol('vera@carrier.example', 'manager', 'carrier-administrator');
    expect(await assign(vera)).toMatchObject({ status: 200, body: { state: 'inProgress' } });
    expect(await assignment()).toMatchObject({ managerSub: vera, portfolio: [], history: [{ to: vera }] });
  });

  it('is assigned to the same manager for a subject in lower or upper case', async () => {
    const lev = await enrol('lev@carrier.example', 'manager');
    expect((await assign(lev.toUpperCase())).status).toBe(200);
    expect(await assignment()).toMatchObject({ managerSub: lev, portfolio: [], history: [{ to: lev }] });
  });

  it.each([
    ['an unknown subject', () => Promise.resolve('1b5c7d10-0000-4000-8000-000000000099')],
    ['a carrier’s user who is not a manager', () => enrol('support@carrier.example', 'support')],
    ['an operator’s user', () => enrol('anna@north.example', 'operator-north', 'technical')],
    ['a manager who is also in an operator’s group', () => enrol('x@y.example', 'manager', 'operator-north')],
    ['an account without groups', () => enrol('new@carrier.example')],
  ])('is not assigned to %s, and nothing changes', async (_account, find) => {
    const { status, body } = await assign(await find());
    expect({ status, problem: body.problem }).toMatchObject({
      status: 400,
      problem: [{ pointer: '/managerSub', message: expect.stringContaining('manager') as unknown }],
    });
    expect(await assignment()).toEqual({ managerSub: boris, portfolio: ['north'], history: [] });
  });

  it('is not assigned to a disabled manager', async () => {
    const pavel = await enrol('pavel@carrier.example', 'manager');
    const account = { ...inPool, Username: pavel };
    await pool.cognito.send(new AdminDisableUserCommand(account));
    expect((await assign(pavel)).body.problem).toMatchObject([{ pointer: '/managerSub' }]);
    await pool.cognito.send(new AdminEnableUserCommand(account));
    expect((await assign(pavel)).status).toBe(200);
  });

  it('is not assigned any further to a manager who has lost the role since the last call', async () => {
    const olga = await enrol('olga@carrier.example', 'manager');
    expect((await assign(olga)).body.state).toBe('inProgress');
    await pool.cognito.send(
      new AdminRemoveUserFromGroupCommand({ ...inPool, Username: olga, GroupName: 'manager' }),
    );
    expect((await assign(olga)).body.problem).toMatchObject([{ pointer: '/managerSub' }]);
    expect((await assign(boris)).status).toBe(200);
  });

  it('is not found if it does not exist, even for an invalid manager', async () => {
    const request = 'POST /cabinet/v1/operator/nowhere/manager';
    const managerSub = '1b5c7d10-0000-4000-8000-000000000099';
    expect((await call(administrator, request, { body: { managerSub } })).body.code).toBe('notFound');
  });

  it.each(['TooManyRequestsException', 'LimitExceededException', 'InternalErrorException'])(
    'is not assigned if the user pool answers %s, and nothing changes',
    async (code) => {
      const busy = await startBusyPool(code);
      try {
        for (const sub of [boris, '1b5c7d10-0000-4000-8000-000000000021'])
          expect(await assign(sub, callWith(busy.cognito))).toMatchObject({
            status: 503,
            body: { code: 'unavailable' },
          });
      } finally {
        await busy.close();
      }
      expect(await assignment()).toEqual({ managerSub: boris, portfolio: ['north'], history: [] });
    },
  );
});
