import * as z from 'zod';
import { buildClaims } from './claims.ts';
import type { PoolClient } from './clients.ts';
import { CognitoError, notAuthorized } from './errors.ts';
import type { Pool } from './pool.ts';
import type { SignIn, StoredRefreshToken } from './sign-ins.ts';
import { applyTrigger } from './trigger.ts';
import type { TriggerSource } from './trigger-source.ts';
import type { User } from './users.ts';

/** Key-value pairs that a client passes to the trigger. */
export type ClientMetadata = Readonly<Record<string, string>> | undefined;

/** `AuthenticationResultType` of Cognito's API. */
export interface AuthenticationResult {
  readonly AccessToken: string;
  readonly IdToken: string;
  readonly ExpiresIn: number;
  readonly TokenType: 'Bearer';
  readonly RefreshToken?: string;
}

const accessClaimsSchema = z.object({
  token_use: z.literal('access'),
  iss: z.string(),
  exp: z.number(),
  sub: z.string(),
  scope: z.string(),
  origin_jti: z.string(),
});

/** Signs a user in: a new sign-in with its tokens. The trigger runs before anything is stored. */
export async function authenticate(
  pool: Pool,
  client: PoolClient,
  user: User,
  source: TriggerSource,
  metadata: ClientMetadata,
): Promise<AuthenticationResult> {
  const signIn = pool.signIns.draft(user.sub, client.id, client.lifetimes.refresh);
  const tokens = await issueTokens(pool, client, user, signIn, source, metadata);
  return pool.database.transaction(() => {
    requireEnabled(pool.users.read(user.sub));
    pool.signIns.insert(signIn);
    return { ...tokens, RefreshToken: pool.signIns.addRefreshToken(signIn.origin) };
  });
}

/**
 * Exchanges a refresh token. If the client rotates, the response contains the next one, with the original's expiry,
 * and the old one remains valid for the grace period.
 * @throws NotAuthorizedException, or RefreshTokenReuseException for a token that was rotated
 */
export async function refresh(
  pool: Pool,
  client: PoolClient,
  refreshToken: string,
  metadata: ClientMetadata,
): Promise<AuthenticationResult> {
  const { user, stored } = readRefreshToken(pool, client, refreshToken);
  const tokens = await issueTokens(pool, client, user, stored.signIn, 'RefreshTokens', metadata);
  return pool.database.transaction(() => {
    // The token may have been used or revoked while the trigger ran.
    readRefreshToken(pool, client, refreshToken);
    if (!client.rotatesRefreshTokens) return tokens;
    pool.signIns.markRotated(stored.hash);
    return { ...tokens, RefreshToken: pool.signIns.addRefreshToken(stored.signIn.origin) };
  });
}

/** The user and the sign-in of an access token. */
export interface TokenBearer {
  readonly user: User;
  readonly signIn: SignIn;
}

/**
 * Validates an access token, for the operations of users on themselves.
 * @throws NotAuthorizedException when it is forged, expired, revoked, or lacks the scope
 */
export function requireBearer(pool: Pool, accessToken: string): TokenBearer {
  const claims = accessClaimsSchema.safeParse(pool.signingKey.read(accessToken)).data;
  if (claims?.iss !== pool.issuer) throw notAuthorized('Invalid Access Token');
  if (claims.exp * 1000 <= pool.now()) throw notAuthorized('Access Token has expired');
  const signIn = pool.signIns.read(claims.origin_jti);
  const user = pool.users.read(claims.sub);
  if (!signIn || signIn.revokedAt !== null || !user) throw notAuthorized('Access Token has been revoked');
  if (!claims.scope.split(' ').includes('aws.cognito.signin.user.admin'))
    throw notAuthorized('Access Token does not have required scopes');
  return { user: requireEnabled(user), signIn };
}

/** @throws NotAuthorizedException when the user is disabled or deleted */
export function requireEnabled(user: User | undefined): User {
  if (!user?.enabled) throw notAuthorized('User is disabled.');
  return user;
}

async function issueTokens(
  pool: Pool,
  client: PoolClient,
  user: User,
  signIn: SignIn,
  source: TriggerSource,
  metadata: ClientMetadata,
): Promise<AuthenticationResult> {
  const plain = buildClaims(pool, client, user, signIn, pool.now());
  const claims = await applyTrigger(pool, user, client.id, source, plain, metadata);
  return {
    AccessToken: pool.signingKey.sign(claims.access),
    IdToken: pool.signingKey.sign(claims.id),
    ExpiresIn: client.lifetimes.access,
    TokenType: 'Bearer',
  };
}

function readRefreshToken(
  pool: Pool,
  client: PoolClient,
  token: string,
): { user: User; stored: StoredRefreshToken } {
  const stored = pool.signIns.findRefreshToken(token);
  if (stored?.signIn.clientId !== client.id) throw notAuthorized('Invalid Refresh Token');
  if (stored.signIn.revokedAt !== null) throw notAuthorized('Refresh Token has been revoked');
  if (stored.signIn.expiresAt <= pool.now()) throw notAuthorized('Refresh Token has expired');
  const graceMilliseconds = client.properties.RefreshTokenRotation.RetryGracePeriodSeconds * 1000;
  if (stored.rotatedAt !== null && pool.now() >= stored.rotatedAt + graceMilliseconds)
    throw new CognitoError('RefreshTokenReuseException', 'Refresh Token has been rotated out');
  return { user: requireEnabled(pool.users.read(stored.signIn.sub)), stored };
}
