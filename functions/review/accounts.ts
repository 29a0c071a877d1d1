import type { UserPool } from '../../shared/identity/user-pool.ts';

/** User pool operations of an approval. */
export type Accounts = Pick<UserPool, 'createAccount' | 'addToGroup' | 'describeGroup' | 'createGroup'>;
