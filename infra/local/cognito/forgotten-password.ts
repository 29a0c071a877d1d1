import * as z from 'zod';
import { CognitoError, invalidParameter, notAuthorized } from './errors.ts';
import { describeDelivery, hasVerifiedEmail, sendResetCode } from './messages.ts';
import { defineOperation, type Operations } from './operation.ts';
import { checkPassword, setPassword } from './passwords.ts';
import type { Pool } from './pool.ts';
import { password, username } from './requests.ts';
import type { User } from './users.ts';

/** `ForgotPassword` and `ConfirmForgotPassword`: a new password by a code sent by e-mail. */
export function defineForgottenPasswordOperations(pool: Pool): Operations {
  return {
    ForgotPassword: defineOperation(
      z.object({ ClientId: z.string(), Username: username }),
      ({ ClientId, Username }) => {
        const client = pool.requireClient(ClientId);
        const user = pool.users.find(Username);
        // Developer guide, "Managing user existence error responses": users that no code can reach get the same
        // response.
        const unreachable = !user?.enabled || !hasVerifiedEmail(user);
        if (unreachable && client.hidesUnknownUsers) return describeDelivery(Username);
        if (!user) throw userNotFound();
        if (!user.enabled) throw notAuthorized('User is disabled.');
        return sendCode(pool, user);
      },
    ),
    ConfirmForgotPassword: defineOperation(
      z.object({
        ClientId: z.string(),
        Username: username,
        ConfirmationCode: z.string().min(1),
        Password: password,
      }),
      ({ ClientId, Username, ConfirmationCode, Password }) => {
        const client = pool.requireClient(ClientId);
        const user = pool.users.find(Username);
        if (!user && !client.hidesUnknownUsers) throw userNotFound();
        if (!user?.enabled) throw codeMismatch();
        confirm(pool, user, ConfirmationCode, Password);
        return {};
      },
    ),
  };
}

/**
 * Sends a code and returns where to.
 * @throws NotAuthorizedException for a user that never signed in, InvalidParameterException for one without a
 * verified e-mail
 */
export function sendCode(pool: Pool, user: User): object {
  if (user.status === 'FORCE_CHANGE_PASSWORD')
    throw notAuthorized('User password cannot be reset in the current state.');
  const email = user.attributes['email'];
  if (email === undefined || !hasVerifiedEmail(user))
    throw invalidParameter(
      'Cannot reset password for the user as there is no registered/verified email or phone_number',
    );
  sendResetCode(pool, user, pool.resetCodes.issue(user.sub));
  return describeDelivery(email);
}

function confirm(pool: Pool, user: User, code: string, newPassword: string): void {
  switch (pool.resetCodes.check(user.sub, code)) {
    case 'expired':
      throw new CognitoError('ExpiredCodeException', 'Invalid code provided, please request a code again.');
    case 'exhausted':
      throw new CognitoError('LimitExceededException', 'Attempt limit exceeded, please try after some time.');
    case 'wrong':
      throw codeMismatch();
    case 'right':
      checkPassword(pool, user, newPassword);
      pool.database.transaction(() => {
        setPassword(pool, user, newPassword);
        pool.resetCodes.remove(user.sub);
      });
  }
}

function userNotFound(): CognitoError {
  return new CognitoError('UserNotFoundException', 'Username/client id combination not found.');
}

function codeMismatch(): CognitoError {
  return new CognitoError('CodeMismatchException', 'Invalid verification code provided, please try again.');
}
