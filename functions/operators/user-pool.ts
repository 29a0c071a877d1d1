import { readAccount } from '../../shared/identity/cognito/accounts.ts';
import { createGroup, describeGroup, groupsOf, updateGroup } from '../../shared/identity/cognito/groups.ts';
import type { CognitoPool } from '../../shared/identity/cognito/pool.ts';
import type { OperatorGroups } from './groups.ts';
import type { ManagerAccounts } from './managers.ts';

/** Groups of operators, and accounts of managers, in a Cognito user pool. */
export function userPoolOf(pool: CognitoPool): OperatorGroups & ManagerAccounts {
  return {
    describeGroup: describeGroup(pool),
    createGroup: createGroup(pool),
    updateGroup: updateGroup(pool),
    readAccount: readAccount(pool),
    groupsOf: groupsOf(pool),
  };
}
