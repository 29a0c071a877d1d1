import * as accounts from '../../shared/identity/cognito/accounts.ts';
import * as groups from '../../shared/identity/cognito/groups.ts';
import type { CognitoPool } from '../../shared/identity/cognito/pool.ts';
import type { Accounts } from './accounts.ts';

/** Accounts in a Cognito user pool. */
export function accountsOf(pool: CognitoPool): Accounts {
  return {
    readAccount: accounts.readAccount(pool),
    createAccount: accounts.createAccount(pool),
    resendInvitation: accounts.resendInvitation(pool),
    setEnabled: accounts.setEnabled(pool),
    setPassword: accounts.setPassword(pool),
    signOut: accounts.signOut(pool),
    deleteAccount: accounts.deleteAccount(pool),
    groupsOf: groups.groupsOf(pool),
    addToGroup: groups.addToGroup(pool),
    removeFromGroup: groups.removeFromGroup(pool),
    listMembers: groups.listMembers(pool),
  };
}
