import type { UserPool } from '../../shared/identity/user-pool.ts';

/** What this capability does with the accounts of the user pool. */
export type Accounts = Pick<
  UserPool,
  | 'readAccount'
  | 'createAccount'
  | 'resendInvitation'
  | 'setEnabled'
  | 'setPassword'
  | 'signOut'
  | 'deleteAccount'
  | 'groupsOf'
  | 'addToGroup'
  | 'removeFromGroup'
  | 'listMembers'
>;
