import {
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminSetUserPasswordCommand,
  AdminUserGlobalSignOutCommand,
  InvalidParameterException,
  UnsupportedUserStateException,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import { CabinetError } from '../../errors.ts';
import { markerAttribute, type NewAccount, type UserPool } from '../user-pool.ts';
import { accountOf } from './account.ts';
import type { CognitoPool } from './pool.ts';

export function readAccount(pool: CognitoPool): UserPool['readAccount'] {
  return async (name) => {
    const found = await pool.sendIfPresent(new AdminGetUserCommand(pool.user(name)));
    return found && accountOf({ ...found, Attributes: found.UserAttributes });
  };
}

export function createAccount(pool: CognitoPool): UserPool['createAccount'] {
  const read = readAccount(pool);
  return async (account) => {
    try {
      const { User } = await pool.send(new AdminCreateUserCommand(requestOf(pool, account)));
      return { outcome: 'created', account: accountOf(User ?? {}) };
    } catch (error) {
      if (error instanceof InvalidParameterException) return { outcome: 'rejected' };
      if (!(error instanceof UsernameExistsException)) throw error;
    }
    const existing = await read(account.email);
    if (existing === undefined) throw new CabinetError('concurrentChange');
    return existing.marker === account.marker
      ? { outcome: 'created', account: existing }
      : { outcome: 'existed' };
  };
}

function requestOf(pool: CognitoPool, { email, name, marker, invite }: NewAccount) {
  return {
    ...pool.user(email),
    ...(invite ? { DesiredDeliveryMediums: ['EMAIL' as const] } : { MessageAction: 'SUPPRESS' as const }),
    UserAttributes: [
      { Name: 'email', Value: email },
      // A machine account's address receives no mail, so its password must not be recoverable by mail.
      { Name: 'email_verified', Value: String(invite) },
      { Name: 'name', Value: name },
      { Name: markerAttribute, Value: marker },
    ],
  };
}

export function resendInvitation(pool: CognitoPool): UserPool['resendInvitation'] {
  return async (sub) => {
    try {
      await pool.send(new AdminCreateUserCommand({ ...pool.user(sub), MessageAction: 'RESEND' }));
      return true;
    } catch (error) {
      if (error instanceof UnsupportedUserStateException) return false;
      throw error;
    }
  };
}

export function setEnabled(pool: CognitoPool): UserPool['setEnabled'] {
  return async (sub, enabled) => {
    const Command = enabled ? AdminEnableUserCommand : AdminDisableUserCommand;
    await pool.sendIfPresent(new Command(pool.user(sub)));
  };
}

export function setPassword(pool: CognitoPool): UserPool['setPassword'] {
  return async (sub, password) => {
    const request = { ...pool.user(sub), Password: password, Permanent: true };
    await pool.send(new AdminSetUserPasswordCommand(request));
  };
}

export function signOut(pool: CognitoPool): UserPool['signOut'] {
  return async (sub) => {
    await pool.sendIfPresent(new AdminUserGlobalSignOutCommand(pool.user(sub)));
  };
}

export function deleteAccount(pool: CognitoPool): UserPool['deleteAccount'] {
  return async (sub) => {
    await pool.sendIfPresent(new AdminDeleteUserCommand(pool.user(sub)));
  };
}
