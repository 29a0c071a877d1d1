import type { RequestedUser } from '../../shared/application/application-form.ts';
import type { ApplicationRecord } from '../../shared/application/application-record.ts';
import { operatorGroupPrefix } from '../../shared/auth/roles.ts';
import type { Accounts } from './accounts.ts';

/** How many accounts are made at the same moment: Cognito takes 25 changes of users a second by default. */
const atOnce = 4;

type IssuedAccount = NonNullable<ApplicationRecord['approval']>['accounts'][number];

interface Issue {
  readonly applicationId: string;
  readonly operatorId: string;
  readonly users: readonly RequestedUser[];
  /** What an earlier attempt got done. */
  readonly done: readonly IssuedAccount[];
  /** Whether another account may be begun, or whoever waits has to be answered first. */
  readonly hasTime: () => boolean;
}

/**
 * Makes the accounts that were not made yet, as far as time reaches. An account gets its roles first and its operator
 * last, so that it can do nothing until it can do all that was asked for.
 *
 * @returns what became of each, in the order of the form; those that are missing are still to do
 */
export async function issueAccounts(
  accounts: Accounts,
  { applicationId, operatorId, users, done, hasTime }: Issue,
): Promise<readonly IssuedAccount[]> {
  const issued = new Map(done.map((account) => [account.email, account]));
  const rest = users.filter(({ email }) => !issued.has(email)).values();
  const work = async () => {
    for (const user of rest) {
      issued.set(user.email, await issueAccount(accounts, user, applicationId, operatorId));
      if (!hasTime()) return;
    }
  };
  const workers = await Promise.allSettled(Array.from({ length: atOnce }, work));
  for (const worker of workers) if (worker.status === 'rejected') throw worker.reason;
  return users.flatMap(({ email }) => issued.get(email) ?? []);
}

async function issueAccount(
  accounts: Accounts,
  { email, name, roles }: RequestedUser,
  applicationId: string,
  operatorId: string,
): Promise<IssuedAccount> {
  const creation = await accounts.createAccount({ email, name, marker: applicationId, invite: true });
  if (creation.outcome !== 'created') return { email, outcome: creation.outcome };
  const { sub } = creation.account;
  for (const group of [...roles, operatorGroupPrefix + operatorId]) await accounts.addToGroup(sub, group);
  return { email, outcome: 'created', sub };
}
