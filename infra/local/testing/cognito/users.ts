import {
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  AssociateSoftwareTokenCommand,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
  SetUserMFAPreferenceCommand,
  VerifySoftwareTokenCommand,
  type InitiateAuthCommandOutput,
  type RespondToAuthChallengeCommandOutput,
} from '@aws-sdk/client-cognito-identity-provider';
import { computeTotpCode } from '../../cognito/totp.ts';
import {
  testClientId,
  testPassword,
  testPoolId,
  testTemporaryPassword,
  type PoolFixture,
} from './pool-fixture.ts';

/** Tokens as tests pass them on. */
export interface Tokens {
  readonly AccessToken: string;
  readonly IdToken: string;
  readonly RefreshToken: string;
}

/** Invites a user with a temporary password and a verified e-mail; returns the sub. */
export async function invite(
  pool: PoolFixture,
  email: string,
  attributes: Record<string, string> = {},
): Promise<string> {
  const { User } = await pool.cognito.send(
    new AdminCreateUserCommand({
      UserPoolId: testPoolId,
      Username: email,
      TemporaryPassword: testTemporaryPassword,
      MessageAction: 'SUPPRESS',
      UserAttributes: Object.entries({ email, email_verified: 'true', ...attributes }).map(
        ([Name, Value]) => ({
          Name,
          Value,
        }),
      ),
    }),
  );
  return User!.Username!;
}

/** Creates a user who has already chosen a password; returns the sub. */
export async function enlist(
  pool: PoolFixture,
  email: string,
  attributes: Record<string, string> = {},
): Promise<string> {
  const sub = await invite(pool, email, attributes);
  await pool.cognito.send(
    new AdminSetUserPasswordCommand({
      UserPoolId: testPoolId,
      Username: email,
      Password: testPassword,
      Permanent: true,
    }),
  );
  return sub;
}

/** The first step with a plain password. */
export function tryPassword(
  pool: PoolFixture,
  username: string,
  password: string = testPassword,
  clientId: string = testClientId,
): Promise<InitiateAuthCommandOutput> {
  return pool.cognito.send(
    new InitiateAuthCommand({
      ClientId: clientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: username, PASSWORD: password },
    }),
  );
}

/** Signs in with a plain password only. */
export async function signIn(
  pool: PoolFixture,
  username: string,
  password: string = testPassword,
  clientId: string = testClientId,
): Promise<Tokens> {
  const { AuthenticationResult } = await tryPassword(pool, username, password, clientId);
  return AuthenticationResult as Tokens;
}

export function answer(
  pool: PoolFixture,
  challenge: 'PASSWORD_VERIFIER' | 'NEW_PASSWORD_REQUIRED' | 'SOFTWARE_TOKEN_MFA' | 'MFA_SETUP',
  session: string | undefined,
  username: string,
  responses: Record<string, string> = {},
  clientId: string = testClientId,
): Promise<RespondToAuthChallengeCommandOutput> {
  return pool.cognito.send(
    new RespondToAuthChallengeCommand({
      ClientId: clientId,
      ChallengeName: challenge,
      Session: session,
      ChallengeResponses: { USERNAME: username, ...responses },
    }),
  );
}

/** Gives a user an authenticator; returns its secret. The code of this moment is used up. */
export async function enrolTotp(pool: PoolFixture, tokens: Tokens): Promise<string> {
  const { AccessToken } = tokens;
  const { SecretCode } = await pool.cognito.send(new AssociateSoftwareTokenCommand({ AccessToken }));
  await pool.cognito.send(
    new VerifySoftwareTokenCommand({ AccessToken, UserCode: computeTotpCode(SecretCode!, pool.now()) }),
  );
  await pool.cognito.send(
    new SetUserMFAPreferenceCommand({
      AccessToken,
      SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true },
    }),
  );
  return SecretCode!;
}

/** A token's claims, unverified. */
export function claimsOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as Record<string, unknown>;
}
