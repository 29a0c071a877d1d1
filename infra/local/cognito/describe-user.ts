import { CognitoError } from './errors.ts';
import type { Pool } from './pool.ts';
import type { User } from './users.ts';

/** A user's attributes as the API lists them, `sub` first. */
export function describeAttributes(user: User): { Name: string; Value: string }[] {
  const { sub, attributes } = user;
  return Object.entries({ sub, ...attributes }).map(([Name, Value]) => ({ Name, Value }));
}

/** `UserType` of the API: dates in seconds since the epoch. */
export function describeUser(user: User): object {
  return { ...describeState(user), Attributes: describeAttributes(user) };
}

/** What the API returns about a user in addition to the attributes. */
export function describeState(user: User): object {
  return {
    Username: user.username,
    UserCreateDate: user.createdAt / 1000,
    UserLastModifiedDate: user.modifiedAt / 1000,
    Enabled: user.enabled,
    UserStatus: user.status,
  };
}

/** @throws UserNotFoundException */
export function requireUser(pool: Pool, name: string): User {
  const user = pool.users.find(name);
  if (!user) throw new CognitoError('UserNotFoundException', 'User does not exist.');
  return user;
}
