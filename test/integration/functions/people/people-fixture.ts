import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Accounts } from '../../../../functions/people/accounts.ts';
import { createHandlers } from '../../../../functions/people/handlers.ts';
import { routes } from '../../../../functions/people/routes.ts';
import { accountsOf } from '../../../../functions/people/user-pool.ts';
import { CognitoPool } from '../../../../shared/identity/cognito/pool.ts';
import { createIds } from '../../../../shared/table/ids.ts';
import { acceptanceItem, type Call, callerOf, type Person, seedOperator } from '../../../invoke.ts';
import { openTable, type TestTable } from '../../../table.ts';
import {
  testPassword,
  testPoolId,
  type PoolFixture,
  startPool,
} from '../../../../infra/local/testing/cognito/pool-fixture.ts';

/** A user pool with two operators, and the function of people that uses it. */
export interface PeopleFixture {
  readonly pool: PoolFixture;
  readonly store: TestTable;
  readonly call: Call;
  readonly accounts: Accounts;
  /** Calls the function with other accounts, or with another client of the table. */
  readonly callWith: (accounts: Accounts, table?: TestTable['table']) => Call;
  /** Advances the clock of the function, but not of the pool. */
  readonly advance: (minutes: number) => void;
  readonly sleepUntil: (moment: string) => void;
  /** Calls the function with accounts that fail before or after the `count`-th change. */
  readonly interruptedAt: (count: number, when: 'before' | 'after') => Call;
  /** A user added in the Cognito console who has signed in once, but has not accepted the rules. */
  readonly enrol: (email: string, ...groups: readonly string[]) => Promise<Person>;
  /** A user just added there who has not signed in yet. */
  readonly create: (email: string, ...groups: readonly string[]) => Promise<Person>;
  /** The first administrator of the operator `north`. */
  readonly anna: Person;
}

const groups = [
  'operator-north',
  'operator-south',
  'administrator',
  'finance',
  'technical',
  'manager',
  'support',
  'carrier-administrator',
];

const changes = [
  'createAccount',
  'resendInvitation',
  'addToGroup',
  'removeFromGroup',
  'setEnabled',
  'setPassword',
  'signOut',
  'deleteAccount',
];

export async function openPeople(): Promise<PeopleFixture> {
  const pool = await startPool({
    groups: groups.map((name) => ({ name })),
    pool: {
      Schema: [
        { Name: 'email', Required: true, Mutable: true },
        { Name: 'application', AttributeDataType: 'String', Mutable: false },
      ],
    },
  });
  const store = await openTable();
  let ahead = 0;
  const clock = () => new Date(Date.now() + ahead);
  const ids = createIds(clock);
  const accounts = accountsOf(new CognitoPool(pool.cognito, testPoolId));
  const callWith = (accountsToUse: Accounts, table = store.table) =>
    callerOf(routes, createHandlers({ table, accounts: accountsToUse, clock, ids }), { table });
  const inPool = { UserPoolId: testPoolId };
  for (const id of ['north', 'south']) await seedOperator(store, id);

  const create = async (email: string, ...groups: readonly string[]): Promise<Person> => {
    const user = { ...inPool, Username: email };
    const { User } = await pool.cognito.send(
      new AdminCreateUserCommand({ ...user, MessageAction: 'SUPPRESS' }),
    );
    for (const GroupName of groups)
      await pool.cognito.send(new AdminAddUserToGroupCommand({ ...user, GroupName }));
    return { sub: User!.Username!, groups };
  };
  const enrol = async (email: string, ...groups: readonly string[]): Promise<Person> => {
    const created = await create(email, ...groups);
    const user = { ...inPool, Username: email };
    await pool.cognito.send(
      new AdminSetUserPasswordCommand({ ...user, Password: testPassword, Permanent: true }),
    );
    return created;
  };
  const anna = await enrol('anna@north.example', 'operator-north', 'administrator');
  await store.put(acceptanceItem(anna.sub));

  return {
    pool,
    store,
    accounts,
    call: callWith(accounts),
    callWith,
    advance: (minutes) => {
      ahead += minutes * 60_000;
    },
    sleepUntil: (moment) => {
      ahead = Date.parse(moment) - Date.now();
    },
    enrol,
    create,
    anna,
    interruptedAt: (count, when) => {
      let left = count;
      const failing = Object.entries(accounts).map(([name, perform]) => {
        if (!changes.includes(name)) return [name, perform] as const;
        const failingCall = async (...given: readonly unknown[]) => {
          left -= 1;
          if (left === 0 && when === 'before') throw new Error('interrupted');
          const result = await (perform as (...all: readonly unknown[]) => Promise<unknown>)(...given);
          if (left === 0) throw new Error('interrupted');
          return result;
        };
        return [name, failingCall] as const;
      });
      return callWith(Object.fromEntries(failing));
    },
  };
}
