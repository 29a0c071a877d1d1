import * as z from 'zod';
import { describeAttributes, describeState, requireUser } from './describe-user.ts';
import { CognitoError, invalidParameter } from './errors.ts';
import { sendCode } from './forgotten-password.ts';
import { defineAdminOperation, type Operation, type Operations } from './operation.ts';
import { checkPassword, checkPasswordPolicy, setPassword, setTemporaryPassword } from './passwords.ts';
import type { Pool } from './pool.ts';
import { attributeValues, mfaPreference, password, username } from './requests.ts';
import { describeMfa, setMfaPreference } from './software-token.ts';
import type { Attributes, User } from './users.ts';

/** Administrative operations on one user. */
export function defineAdminUserOperations(pool: Pool): Operations {
  return {
    AdminGetUser: onUser(pool, (user) => ({
      ...describeState(user),
      UserAttributes: describeAttributes(user),
      ...describeMfa(user),
    })),
    AdminSetUserPassword: defineAdminOperation(
      pool,
      z.object({ Username: username, Password: password, Permanent: z.boolean().default(false) }),
      ({ Username, Password, Permanent }) => {
        const user = requireUser(pool, Username);
        if (Permanent) {
          checkPassword(pool, user, Password);
          setPassword(pool, user, Password);
        } else {
          checkPasswordPolicy(pool.properties.Policies.PasswordPolicy, Password);
          setTemporaryPassword(pool, user, Password);
        }
        return {};
      },
    ),
    AdminResetUserPassword: onUser(pool, (user) => {
      sendCode(pool, user);
      pool.users.change(user.sub, { status: 'RESET_REQUIRED' });
      return {};
    }),
    AdminUpdateUserAttributes: defineAdminOperation(
      pool,
      z.object({ Username: username, UserAttributes: attributeValues }),
      ({ Username, UserAttributes }) => {
        const user = requireUser(pool, Username);
        changeAttributes(pool, user, pool.attributeRules.change(user.attributes, UserAttributes));
        return {};
      },
    ),
    AdminSetUserMFAPreference: defineAdminOperation(
      pool,
      mfaPreference.extend({ Username: username }),
      ({ Username, ...preference }) => {
        setMfaPreference(pool, requireUser(pool, Username), preference);
        return {};
      },
    ),
    AdminEnableUser: onUser(pool, (user) => {
      pool.users.change(user.sub, { enabled: true });
      return {};
    }),
    AdminDisableUser: onUser(pool, (user) => {
      pool.database.transaction(() => {
        pool.users.change(user.sub, { enabled: false });
        pool.signIns.revokeAll(user.sub);
      });
      return {};
    }),
    AdminUserGlobalSignOut: onUser(pool, (user) => {
      pool.signIns.revokeAll(user.sub);
      return {};
    }),
    AdminDeleteUser: onUser(pool, (user) => {
      pool.users.remove(user.sub);
      return {};
    }),
  };
}

function onUser(pool: Pool, perform: (user: User) => object): Operation {
  return defineAdminOperation(pool, z.object({ Username: username }), ({ Username }) =>
    perform(requireUser(pool, Username)),
  );
}

/** In a pool whose users sign in by e-mail, a new address is a new sign-in name. */
function changeAttributes(pool: Pool, user: User, attributes: Attributes): void {
  if (!pool.properties.UsernameAttributes.includes('email')) {
    pool.users.change(user.sub, { attributes });
    return;
  }
  const email = attributes['email'];
  if (email === undefined) throw invalidParameter('user.email: Attribute cannot be removed.\n');
  const signInName = pool.users.fold(email);
  if (pool.users.isTaken(signInName, user.sub))
    throw new CognitoError('AliasExistsException', 'An account with the given email already exists.');
  pool.users.change(user.sub, { attributes, signInName });
}
