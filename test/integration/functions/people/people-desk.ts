import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  CreateGroupCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Accounts } from '../../../../functions/people/accounts.ts';
import { createHandlers } from '../../../../functions/people/handlers.ts';
import { routes } from '../../../../functions/people/routes.ts';
import { accountsOf } from '../../../../functions/people/user-pool.ts';
import { CognitoPool } from '../../../../shared/identity/cognito/pool.ts';
import { createIds } from '../../../../shared/table/ids.ts';
import { acceptanceItem, type Call, callerOf, type Person, seedOperator } from '../../../invoke.ts';
import { openTable, type TestTable } from '../../../table.ts';
import { testPassword, testPoolId, type PoolFixture, startPool } from '../../local/cognito/pool-fixture.ts';

/** A pool with two operators and the function about people in front of it. */
export interface PeopleDesk {
  readonly pool: PoolFixture;
  readonly store: TestTable;
  readonly call: Call;
  readonly accounts: Accounts;
  /** The same function, with another directory of accounts, or with another client of the table. */
  readonly callWith: (accounts: Accounts, table?: TestTable['table']) => Call;
  /** Lets time pass, for the function and not for the pool. */
  readonly advance: (minutes: number) => void;
  readonly sleepUntil: (moment: string) => void;
  /** The same, with a directory that breaks off before or after its `count`-th change. */
  readonly breakingOff: (count: number, when: 'before' | 'after') => Call;
  /** Somebody as a manager creates them in the Cognito console, who has signed in once; has not accepted the rules. */
  readonly enrol: (email: string, ...groups: readonly string[]) => Promise<Person>;
  /** Somebody whom a manager has just created there, and who has not signed in. */
  readonly create: (email: string, ...groups: readonly string[]) => Promise<Person>;
  /** The first administrator of the operator north. */
  readonly anna: Person;
}

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

export async function openPeopleDesk(): Promise<PeopleDesk> {
  const pool = await startPool({
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
  const callWith = (directory: Accounts, table = store.table) =>
    callerOf(routes, createHandlers({ table, accounts: directory, clock, ids }), { table });
  const inPool = { UserPoolId: testPoolId };
  for (const GroupName of [
    'operator-north',
    'operator-south',
    'administrator',
    'finance',
    'technical',
    'manager',
    'support',
    'carrier-administrator',
  ])
    await pool.cognito.send(new CreateGroupCommand({ ...inPool, GroupName }));
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
    breakingOff: (count, when) => {
      let left = count;
      const broken = Object.entries(accounts).map(([name, perform]) => {
        if (!changes.includes(name)) return [name, perform] as const;
        const breaking = async (...given: readonly unknown[]) => {
          left -= 1;
          if (left === 0 && when === 'before') throw new Error('broken off');
          const result = await (perform as (...all: readonly unknown[]) => Promise<unknown>)(...given);
          if (left === 0) throw new Error('broken off');
          return result;
        };
        return [name, breaking] as const;
      });
      return callWith(Object.fromEntries(broken));
    },
  };
}
