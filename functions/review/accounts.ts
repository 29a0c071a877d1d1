import type { UserPool } from '../../shared/identity/user-pool.ts';

/** What an approval does in the user pool. */
export type Accounts = Pick<UserPool, 'createAccount' | 'addToGroup' | 'describeGroup' | 'createGroup'>;
