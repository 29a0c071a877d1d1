import { randomUUID } from 'node:crypto';
import type { PoolClient } from './clients.ts';
import type { Pool } from './pool.ts';
import type { SignIn } from './sign-ins.ts';
import type { Attributes, User } from './users.ts';

export type Claims = Readonly<Record<string, unknown>>;

/** The claims of an ID and an access token that are issued together. */
export interface TokenClaims {
  readonly id: Claims;
  readonly access: Claims;
}

const booleanAttributes = new Set(['email_verified', 'phone_number_verified']);

/**
 * The claims of an ID and an access token as Cognito writes them without a trigger (developer guide, "Understanding
 * user pool JSON web tokens"). `issuedAt` is in milliseconds.
 */
export function buildClaims(
  pool: Pool,
  client: PoolClient,
  user: User,
  signIn: SignIn,
  issuedAt: number,
): TokenClaims {
  const issuedAtSeconds = Math.floor(issuedAt / 1000);
  const groups = pool.groups.namesOfUser(user.sub);
  const common = {
    sub: user.sub,
    ...(groups.length > 0 && { 'cognito:groups': groups }),
    iss: pool.issuer,
    origin_jti: signIn.origin,
    event_id: randomUUID(),
    auth_time: Math.floor(signIn.authenticatedAt / 1000),
    iat: issuedAtSeconds,
  };
  return {
    id: {
      ...readableAttributes(client, user.attributes),
      ...common,
      'cognito:username': user.username,
      aud: client.id,
      token_use: 'id',
      exp: issuedAtSeconds + client.lifetimes.id,
      jti: randomUUID(),
    },
    access: {
      ...common,
      client_id: client.id,
      token_use: 'access',
      scope: 'aws.cognito.signin.user.admin',
      exp: issuedAtSeconds + client.lifetimes.access,
      jti: randomUUID(),
      username: user.username,
    },
  };
}

function readableAttributes(client: PoolClient, attributes: Attributes): Claims {
  const readable = client.selectReadable(attributes);
  return Object.fromEntries(
    Object.entries(readable).map(([name, value]) => [
      name,
      booleanAttributes.has(name) ? value === 'true' : value,
    ]),
  );
}
