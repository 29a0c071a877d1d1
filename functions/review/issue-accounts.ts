import type { RequestedUser } from '../../shared/application/application-form.ts';
import type { ApplicationRecord } from '../../shared/application/application-record.ts';
import { operatorGroupPrefix } from '../../shared/auth/roles.ts';
import type { Accounts } from './accounts.ts';

/** Accounts that are created at the same time: Cognito's default quota is 25 user changes per second. */
const concurrency = 4;

type IssuedAccount = NonNullable<ApplicationRecord['approval']>['accounts'][number];

interface Issue {
  readonly applicationId: string;
  readonly operatorId: string;
  readonly users: readonly RequestedUser[];
  /** Results of earlier attempts. */
  readonly done: readonly IssuedAccount[];
  /** Whether there is time for another account. */
  readonly hasTime: () => boolean;
}

/**
 * Creates the missing accounts until time runs out. An account gets its roles first and its operator last, so that it has
 * no access before it has all of it.
 *
 * @returns the outcomes in the order of the form, without the accounts that are still to be created
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
  const workers = await Promise.allSettled(Array.from({ length: concurrency }, work));
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
