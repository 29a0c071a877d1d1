import * as z from 'zod';
import { describeAttributes } from './describe-user.ts';
import { incorrectCredentials, notAuthorized, notImplemented } from './errors.ts';
import { defineOperation, type Operations } from './operation.ts';
import { checkPassword, isPasswordOf, setPassword } from './passwords.ts';
import type { Pool } from './pool.ts';
import { accessToken, attributeValues, password } from './requests.ts';
import { describeMfa } from './software-token.ts';
import { requireBearer } from './tokens.ts';
import type { User } from './users.ts';

/** Operations of signed-in users on their own account, authorized by their access token. */
export function defineAccountOperations(pool: Pool): Operations {
  return {
    GetUser: defineOperation(z.object({ AccessToken: accessToken }), ({ AccessToken }) => {
      const { user, signIn } = requireBearer(pool, AccessToken);
      const readable = pool.requireClient(signIn.clientId).selectReadable(user.attributes);
      return {
        Username: user.username,
        UserAttributes: describeAttributes({ ...user, attributes: readable }),
        ...describeMfa(user),
      };
    }),
    UpdateUserAttributes: defineOperation(
      z.object({ AccessToken: accessToken, UserAttributes: attributeValues }),
      ({ AccessToken, UserAttributes }) => {
        const { user, signIn } = requireBearer(pool, AccessToken);
        const client = pool.requireClient(signIn.clientId);
        if (!UserAttributes.every(({ Name }) => client.mayWrite(Name)))
          throw notAuthorized('A client attempted to write unauthorized attribute');
        const attributes = pool.attributeRules.change(user.attributes, UserAttributes);
        if (attributes['email'] !== user.attributes['email'])
          throw notImplemented('Changing one’s own e-mail address');
        pool.users.change(user.sub, { attributes });
        return { CodeDeliveryDetailsList: [] };
      },
    ),
    ChangePassword: defineOperation(
      z.object({ AccessToken: accessToken, PreviousPassword: password, ProposedPassword: password }),
      ({ AccessToken, PreviousPassword, ProposedPassword }) => {
        const { user } = requireBearer(pool, AccessToken);
        requirePassword(pool, user, PreviousPassword);
        checkPassword(pool, user, ProposedPassword);
        setPassword(pool, user, ProposedPassword);
        return {};
      },
    ),
    GlobalSignOut: defineOperation(z.object({ AccessToken: accessToken }), ({ AccessToken }) => {
      pool.signIns.revokeAll(requireBearer(pool, AccessToken).user.sub);
      return {};
    }),
  };
}

function requirePassword(pool: Pool, user: User, typed: string): void {
  pool.failedAttempts.refuseIfLocked(user.sub);
  if (isPasswordOf(pool, user, typed)) return;
  pool.failedAttempts.record(user.sub);
  throw incorrectCredentials();
}
