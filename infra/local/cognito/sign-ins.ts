import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Database } from './database.ts';
import { createToken, hashToken } from './secrets.ts';

/** One authentication with all of its tokens: each contains the origin, so that they can be revoked together. */
export interface SignIn {
  /** `origin_jti`. */
  readonly origin: string;
  readonly sub: string;
  readonly clientId: string;
  readonly authenticatedAt: number;
  /** When its last refresh token expires: a rotated token keeps the original's expiry. */
  readonly expiresAt: number;
  readonly revokedAt: number | null;
}

export interface StoredRefreshToken {
  readonly hash: string;
  readonly rotatedAt: number | null;
  readonly signIn: SignIn;
}

const signInColumns = z.object({
  origin: z.string(),
  sub: z.string(),
  client_id: z.string(),
  authenticated_at: z.number(),
  expires_at: z.number(),
  revoked_at: z.number().nullable(),
});

function toSignIn(row: z.output<typeof signInColumns>): SignIn {
  return {
    origin: row.origin,
    sub: row.sub,
    clientId: row.client_id,
    authenticatedAt: row.authenticated_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
  };
}

const signInRow: z.ZodType<SignIn> = signInColumns.transform(toSignIn);
const refreshTokenRow: z.ZodType<StoredRefreshToken> = signInColumns
  .extend({ hash: z.string(), rotated_at: z.number().nullable() })
  .transform((row) => ({ hash: row.hash, rotatedAt: row.rotated_at, signIn: toSignIn(row) }));

export interface SignIns {
  /** A sign-in that is not stored yet: its tokens are created first. */
  draft(sub: string, clientId: string, refreshLifetimeSeconds: number): SignIn;
  insert(signIn: SignIn): void;
  read(origin: string): SignIn | undefined;
  revoke(origin: string): void;
  revokeAll(sub: string): void;
  addRefreshToken(origin: string): string;
  findRefreshToken(token: string): StoredRefreshToken | undefined;
  /** Only the first rotation counts: retries do not extend the grace period. */
  markRotated(hash: string): void;
}

/** An access token outlives the last refresh by a day at most (Cognito's maximum validity). */
const maxAccessTokenMs = 86_400_000;

/** The sign-ins of a pool; `now` is in milliseconds. */
export function createSignIns(database: Database, now: () => number): SignIns {
  return {
    draft: (sub, clientId, refreshLifetimeSeconds) => ({
      origin: randomUUID(),
      sub,
      clientId,
      authenticatedAt: now(),
      expiresAt: now() + refreshLifetimeSeconds * 1000,
      revokedAt: null,
    }),
    insert: ({ origin, sub, clientId, authenticatedAt, expiresAt }) => {
      database.run('DELETE FROM sign_ins WHERE expires_at < ?', now() - maxAccessTokenMs);
      database.run(
        'INSERT INTO sign_ins VALUES (?, ?, ?, ?, ?, NULL)',
        origin,
        sub,
        clientId,
        authenticatedAt,
        expiresAt,
      );
    },
    read: (origin) => database.get(signInRow, 'SELECT * FROM sign_ins WHERE origin = ?', origin),
    revoke: (origin) => {
      database.run('UPDATE sign_ins SET revoked_at = ? WHERE origin = ?', now(), origin);
    },
    revokeAll: (sub) => {
      database.run('UPDATE sign_ins SET revoked_at = ? WHERE sub = ? AND revoked_at IS NULL', now(), sub);
    },
    addRefreshToken: (origin) => {
      const token = createToken(96);
      database.run('INSERT INTO refresh_tokens VALUES (?, ?, NULL)', hashToken(token), origin);
      return token;
    },
    findRefreshToken: (token) =>
      database.get(
        refreshTokenRow,
        'SELECT * FROM refresh_tokens JOIN sign_ins USING (origin) WHERE hash = ?',
        hashToken(token),
      ),
    markRotated: (hash) => {
      database.run(
        'UPDATE refresh_tokens SET rotated_at = ? WHERE hash = ? AND rotated_at IS NULL',
        now(),
        hash,
      );
    },
  };
}
