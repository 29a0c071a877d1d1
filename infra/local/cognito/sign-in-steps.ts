import type { PoolClient } from './clients.ts';
import type { Challenge } from './challenges.ts';
import { CognitoError, notAuthorized } from './errors.ts';
import type { Pool } from './pool.ts';
import { authenticate, type ClientMetadata } from './tokens.ts';
import type { TriggerSource } from './trigger-source.ts';
import type { User } from './users.ts';

/** The user who signs in, and the client. */
export interface SignInContext {
  readonly pool: Pool;
  readonly client: PoolClient;
  readonly user: User;
  readonly metadata: ClientMetadata;
}

/**
 * What follows a correct password: a new password, the second factor, or the tokens.
 * @throws NotAuthorizedException when the user is disabled or the temporary password has expired,
 * PasswordResetRequiredException when an administrator reset it
 */
export function continueAfterPassword(context: SignInContext): object | Promise<object> {
  const { pool, user } = context;
  pool.failedAttempts.forget(user.sub);
  if (!user.enabled) throw notAuthorized('User is disabled.');
  if (user.status === 'RESET_REQUIRED')
    throw new CognitoError('PasswordResetRequiredException', 'Password reset required for the user');
  if (user.status === 'CONFIRMED') return continueWithSecondFactor(context, 'Authentication');
  if ((user.temporaryPasswordExpiresAt ?? 0) < pool.now())
    throw notAuthorized('Temporary password has expired and must be reset by an administrator.');
  const missing = pool.attributeRules.findMissing(user.attributes);
  return openChallenge(
    context,
    { name: 'NEW_PASSWORD_REQUIRED', sub: user.sub },
    {
      requiredAttributes: JSON.stringify(missing.map((name) => `userAttributes.${name}`)),
      userAttributes: JSON.stringify(user.attributes),
    },
  );
}

/** Asks for the second factor, or for setting one up if the pool requires it, or issues the tokens. */
export function continueWithSecondFactor(
  context: SignInContext,
  source: TriggerSource,
): object | Promise<object> {
  const { pool, user } = context;
  const { MfaConfiguration } = pool.properties;
  const hasToken = user.totpSecret !== null;
  if (hasToken && (user.mfaEnabled || MfaConfiguration === 'ON'))
    return openChallenge(context, { name: 'SOFTWARE_TOKEN_MFA', sub: user.sub, source }, {});
  if (MfaConfiguration === 'ON')
    return openChallenge(
      context,
      { name: 'MFA_SETUP', sub: user.sub, source, verified: false },
      { MFAS_CAN_SETUP: JSON.stringify(pool.properties.EnabledMfas) },
    );
  return finish(context, source);
}

/** Issues the tokens. */
export async function finish(
  { pool, client, user, metadata }: SignInContext,
  source: TriggerSource,
): Promise<object> {
  const AuthenticationResult = await authenticate(pool, client, user, source, metadata);
  return { ChallengeParameters: {}, AuthenticationResult };
}

function openChallenge(
  { pool, client, user }: SignInContext,
  challenge: Challenge,
  parameters: Readonly<Record<string, string>>,
): object {
  return {
    ChallengeName: challenge.name,
    Session: pool.challenges.open(challenge, client.id, client.properties.AuthSessionValidity),
    ChallengeParameters: { USER_ID_FOR_SRP: user.username, ...parameters },
  };
}
