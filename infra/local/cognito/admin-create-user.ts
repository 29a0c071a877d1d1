import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { AttributeValue } from './attributes.ts';
import { describeUser, requireUser } from './describe-user.ts';
import { CognitoError, invalidParameter, notImplemented } from './errors.ts';
import { sendInvitation } from './messages.ts';
import { defineAdminOperation, type Operation } from './operation.ts';
import {
  checkPasswordPolicy,
  encryptPassword,
  generatePassword,
  setTemporaryPassword,
  temporaryPasswordExpiry,
} from './passwords.ts';
import type { Pool } from './pool.ts';
import { attributeValues, password, username } from './requests.ts';
import type { User } from './users.ts';

const requestSchema = z.object({
  Username: username,
  TemporaryPassword: password.optional(),
  UserAttributes: attributeValues.default([]),
  MessageAction: z.enum(['SUPPRESS', 'RESEND']).optional(),
  DesiredDeliveryMediums: z.array(z.enum(['EMAIL', 'SMS'])).optional(),
});

/** `AdminCreateUser`: a user with a temporary password, sent by e-mail unless suppressed. */
export function defineAdminCreateUser(pool: Pool): Operation {
  return defineAdminOperation(pool, requestSchema, (request) => {
    if (request.DesiredDeliveryMediums?.includes('SMS')) throw notImplemented('Invitation by SMS');
    const policy = pool.properties.Policies.PasswordPolicy;
    const temporaryPassword = request.TemporaryPassword ?? generatePassword(policy);
    checkPasswordPolicy(policy, temporaryPassword);
    const user =
      request.MessageAction === 'RESEND'
        ? renew(pool, request.Username, temporaryPassword)
        : create(pool, request.Username, request.UserAttributes, temporaryPassword);
    if (request.MessageAction !== 'SUPPRESS') sendInvitation(pool, user, temporaryPassword);
    return { User: describeUser(user) };
  });
}

function create(
  pool: Pool,
  name: string,
  values: readonly AttributeValue[],
  temporaryPassword: string,
): User {
  const byEmail = pool.properties.UsernameAttributes.includes('email');
  if (byEmail && !name.includes('@')) throw invalidParameter('Username should be an email.');
  const sub = randomUUID();
  const username = byEmail ? sub : name;
  const named =
    byEmail && !values.some(({ Name }) => Name === 'email') ? [{ Name: 'email', Value: name }] : [];
  const attributes = pool.attributeRules.create([...named, ...values]);
  if (byEmail && pool.users.fold(attributes['email'] ?? '') !== pool.users.fold(name))
    throw invalidParameter('User name and email attribute do not match.');
  const user: User = {
    sub,
    username,
    signInName: pool.users.fold(name),
    attributes,
    status: 'FORCE_CHANGE_PASSWORD',
    enabled: true,
    ...encryptPassword(pool, username, temporaryPassword),
    temporaryPasswordExpiresAt: temporaryPasswordExpiry(pool),
    totpSecret: null,
    totpPendingSecret: null,
    totpLastStep: null,
    mfaEnabled: false,
    mfaPreferred: false,
    createdAt: pool.now(),
    modifiedAt: pool.now(),
  };
  if (pool.users.isTaken(user.signInName))
    throw new CognitoError('UsernameExistsException', 'User account already exists');
  pool.users.insert(user);
  return user;
}

/** Repeats the invitation with a new temporary password and expiry. */
function renew(pool: Pool, name: string, temporaryPassword: string): User {
  const user = requireUser(pool, name);
  if (user.status !== 'FORCE_CHANGE_PASSWORD')
    throw new CognitoError(
      'UnsupportedUserStateException',
      `Resend not possible. User's status is ${user.status}`,
    );
  setTemporaryPassword(pool, user, temporaryPassword);
  return requireUser(pool, name);
}
