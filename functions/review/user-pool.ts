import { createAccount } from '../../shared/identity/cognito/accounts.ts';
import { addToGroup, createGroup, describeGroup } from '../../shared/identity/cognito/groups.ts';
import type { CognitoPool } from '../../shared/identity/cognito/pool.ts';
import type { Accounts } from './accounts.ts';

/** Accounts and groups of a Cognito user pool. */
export function accountsOf(pool: CognitoPool): Accounts {
  return {
    createAccount: createAccount(pool),
    addToGroup: addToGroup(pool),
    describeGroup: describeGroup(pool),
    createGroup: createGroup(pool),
  };
}
