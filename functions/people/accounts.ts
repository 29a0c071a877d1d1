import type { UserPool } from '../../shared/identity/user-pool.ts';

/** Operations on the user pool that this capability needs. */
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
