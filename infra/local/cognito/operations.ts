import { defineAccountOperations } from './account.ts';
import { defineAdminCreateUser } from './admin-create-user.ts';
import { defineAdminGroupOperations } from './admin-groups.ts';
import { defineAdminUserOperations } from './admin-users.ts';
import { defineDescribeOperations } from './describe-pool.ts';
import { defineForgottenPasswordOperations } from './forgotten-password.ts';
import { defineInitiateAuth } from './initiate-auth.ts';
import { defineListUsers } from './list-users.ts';
import type { Operation } from './operation.ts';
import type { Pool } from './pool.ts';
import { defineRefreshTokenOperations } from './refresh-tokens.ts';
import { defineRespondToAuthChallenge } from './respond-to-challenge.ts';
import { defineSoftwareTokenOperations } from './software-token.ts';

/** The operations of the local Cognito, by who may call them. */
export interface Catalogue {
  /** Unsigned: a browser calls it, with credentials or a token in the request. */
  readonly open: ReadonlyMap<string, Operation>;
  /** Signed with AWS credentials. */
  readonly signed: ReadonlyMap<string, Operation>;
}

/** All operations on a pool. */
export function createCatalogue(pool: Pool): Catalogue {
  return {
    open: new Map(
      Object.entries({
        InitiateAuth: defineInitiateAuth(pool),
        RespondToAuthChallenge: defineRespondToAuthChallenge(pool),
        ...defineRefreshTokenOperations(pool),
        ...defineForgottenPasswordOperations(pool),
        ...defineSoftwareTokenOperations(pool),
        ...defineAccountOperations(pool),
      }),
    ),
    signed: new Map(
      Object.entries({
        AdminCreateUser: defineAdminCreateUser(pool),
        ListUsers: defineListUsers(pool),
        ...defineAdminUserOperations(pool),
        ...defineAdminGroupOperations(pool),
        ...defineDescribeOperations(pool),
      }),
    ),
  };
}
