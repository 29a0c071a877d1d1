import * as z from 'zod';
import { CognitoError, invalidParameter, notImplemented } from './errors.ts';
import { defineOperation, type Operations } from './operation.ts';
import type { Pool } from './pool.ts';
import { accessToken, mfaPreference, session, type MfaPreference } from './requests.ts';
import { requireBearer } from './tokens.ts';
import { createTotpSecret, findTotpStep } from './totp.ts';
import type { User } from './users.ts';

const associateSchema = z.union([z.object({ AccessToken: accessToken }), z.object({ Session: session })]);
const verifySchema = z.union([
  z.object({ AccessToken: accessToken, UserCode: z.string() }),
  z.object({ Session: session, UserCode: z.string() }),
]);

/** TOTP set-up: by a signed-in user, or during a sign-in when the pool requires a second factor. */
export function defineSoftwareTokenOperations(pool: Pool): Operations {
  return {
    AssociateSoftwareToken: defineOperation(associateSchema, (request) => {
      requireSoftwareTokens(pool);
      const secret = createTotpSecret();
      if ('Session' in request)
        return { SecretCode: secret, Session: continueSetup(pool, request.Session, { secret }) };
      const { user } = requireBearer(pool, request.AccessToken);
      pool.users.change(user.sub, { totpPendingSecret: secret });
      return { SecretCode: secret };
    }),
    VerifySoftwareToken: defineOperation(verifySchema, (request) => {
      requireSoftwareTokens(pool);
      if ('Session' in request)
        return { Status: 'SUCCESS', Session: verifyInSession(pool, request.Session, request.UserCode) };
      const { user } = requireBearer(pool, request.AccessToken);
      enrol(pool, user, user.totpPendingSecret, request.UserCode);
      return { Status: 'SUCCESS' };
    }),
    SetUserMFAPreference: defineOperation(
      mfaPreference.extend({ AccessToken: accessToken }),
      ({ AccessToken, ...preference }) => {
        setMfaPreference(pool, requireBearer(pool, AccessToken).user, preference);
        return {};
      },
    ),
  };
}

/**
 * Uses up a code. Each is accepted once, including the one of the set-up (RFC 6238 §5.2).
 * @throws CodeMismatchException, or ExpiredCodeException for a used code
 */
export function useTotpCode(pool: Pool, user: User, code: string): void {
  const step =
    user.totpSecret === null ? undefined : findTotpStep(user.totpSecret, code, new Date(pool.now()));
  if (step === undefined) throw new CognitoError('CodeMismatchException', 'Invalid code received for user');
  if (step <= (user.totpLastStep ?? -1))
    throw new CognitoError('ExpiredCodeException', 'Your software token has already been used once.');
  pool.users.change(user.sub, { totpLastStep: step });
}

/** @throws InvalidParameterException when the user never verified a token; NotImplemented for other factors */
export function setMfaPreference(pool: Pool, user: User, preference: MfaPreference): void {
  if (preference.SMSMfaSettings?.Enabled || preference.EmailMfaSettings?.Enabled)
    throw notImplemented('MFA by SMS or e-mail');
  const settings = preference.SoftwareTokenMfaSettings;
  if (!settings) return;
  if (settings.Enabled && user.totpSecret === null)
    throw invalidParameter('User has not verified software token mfa');
  pool.users.change(user.sub, {
    mfaEnabled: settings.Enabled,
    mfaPreferred: settings.Enabled && settings.PreferredMfa,
  });
}

/** A user's second factors as the API returns them. */
export function describeMfa(user: User): object {
  return {
    UserMFASettingList: user.mfaEnabled ? ['SOFTWARE_TOKEN_MFA'] : [],
    ...(user.mfaPreferred && { PreferredMfaSetting: 'SOFTWARE_TOKEN_MFA' }),
  };
}

function requireSoftwareTokens(pool: Pool): void {
  const { MfaConfiguration, EnabledMfas } = pool.properties;
  if (MfaConfiguration === 'OFF' || !EnabledMfas.includes('SOFTWARE_TOKEN_MFA'))
    throw new CognitoError(
      'SoftwareTokenMFANotFoundException',
      'Software Token MFA has not been enabled by the userPool.',
    );
}

function verifyInSession(pool: Pool, sessionToken: string, code: string): string {
  const { challenge } = pool.challenges.read(sessionToken, 'MFA_SETUP', undefined);
  const user = pool.users.read(challenge.sub);
  if (!user) throw invalidParameter('User does not exist.');
  return pool.database.transaction(() => {
    enrol(pool, user, challenge.secret ?? null, code);
    pool.users.change(user.sub, { mfaEnabled: true, mfaPreferred: true });
    return continueSetup(pool, sessionToken, { verified: true });
  });
}

/** Every step of the set-up gets a new session; the previous one ends. */
function continueSetup(
  pool: Pool,
  sessionToken: string,
  change: { secret: string } | { verified: true },
): string {
  return pool.database.transaction(() => {
    const { challenge, clientId } = pool.challenges.read(sessionToken, 'MFA_SETUP', undefined);
    pool.challenges.close(sessionToken);
    const minutes = pool.requireClient(clientId).properties.AuthSessionValidity;
    return pool.challenges.open({ ...challenge, ...change }, clientId, minutes);
  });
}

function enrol(pool: Pool, user: User, secret: string | null, code: string): void {
  const step = secret === null ? undefined : findTotpStep(secret, code, new Date(pool.now()));
  if (step === undefined) throw new CognitoError('EnableSoftwareTokenMFAException', 'Code mismatch');
  pool.users.change(user.sub, { totpSecret: secret, totpPendingSecret: null, totpLastStep: step });
}
