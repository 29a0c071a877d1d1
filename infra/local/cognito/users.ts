import * as z from 'zod';
import type { Database } from './database.ts';

type UserStatus = 'CONFIRMED' | 'FORCE_CHANGE_PASSWORD' | 'RESET_REQUIRED';

/** Attribute values by name, without `sub`. */
export type Attributes = Readonly<Record<string, string>>;

/** A user as stored; times are milliseconds since the epoch. */
export interface User {
  readonly sub: string;
  /** What the API calls `Username`: the sub if users sign in with their e-mail. */
  readonly username: string;
  /** The name for signing in, in lower case if the pool ignores case. */
  readonly signInName: string;
  readonly attributes: Attributes;
  readonly status: UserStatus;
  readonly enabled: boolean;
  readonly salt: string;
  readonly verifier: string;
  readonly temporaryPasswordExpiresAt: number | null;
  readonly totpSecret: string | null;
  readonly totpPendingSecret: string | null;
  /** The last time step whose code was used, so that no code is accepted twice. */
  readonly totpLastStep: number | null;
  readonly mfaEnabled: boolean;
  readonly mfaPreferred: boolean;
  readonly createdAt: number;
  readonly modifiedAt: number;
}

const flag = z.number().transform((value) => value !== 0);

/** One row of `users`. */
export const userRow: z.ZodType<User> = z
  .object({
    sub: z.string(),
    username: z.string(),
    sign_in_name: z.string(),
    attributes: z
      .string()
      .transform((json): unknown => JSON.parse(json))
      .pipe(z.record(z.string(), z.string())),
    status: z.enum(['CONFIRMED', 'FORCE_CHANGE_PASSWORD', 'RESET_REQUIRED']),
    enabled: flag,
    salt: z.string(),
    verifier: z.string(),
    temporary_password_expires_at: z.number().nullable(),
    totp_secret: z.string().nullable(),
    totp_pending_secret: z.string().nullable(),
    totp_last_step: z.number().nullable(),
    mfa_enabled: flag,
    mfa_preferred: flag,
    created_at: z.number(),
    modified_at: z.number(),
  })
  .transform((row) => ({
    sub: row.sub,
    username: row.username,
    signInName: row.sign_in_name,
    attributes: row.attributes,
    status: row.status,
    enabled: row.enabled,
    salt: row.salt,
    verifier: row.verifier,
    temporaryPasswordExpiresAt: row.temporary_password_expires_at,
    totpSecret: row.totp_secret,
    totpPendingSecret: row.totp_pending_secret,
    totpLastStep: row.totp_last_step,
    mfaEnabled: row.mfa_enabled,
    mfaPreferred: row.mfa_preferred,
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
  }));

/** The properties of a user that can change. */
type UserChange = Partial<Omit<User, 'sub' | 'username' | 'createdAt' | 'modifiedAt'>>;

export interface Users {
  /** Finds a user by sign-in name or `Username`. */
  find(name: string): User | undefined;
  read(sub: string): User | undefined;
  insert(user: User): void;
  change(sub: string, change: UserChange): void;
  remove(sub: string): void;
  /** Whether another user has this sign-in name. */
  isTaken(signInName: string, exceptSub?: string): boolean;
  fold(name: string): string;
}

/** The users of a pool; `now` is in milliseconds. */
export function createUsers(database: Database, caseSensitive: boolean, now: () => number): Users {
  const fold = (name: string): string => (caseSensitive ? name : name.toLowerCase());
  return {
    fold,
    find: (name) =>
      database.get(userRow, 'SELECT * FROM users WHERE sign_in_name = ? OR username = ?', fold(name), name),
    read: (sub) => database.get(userRow, 'SELECT * FROM users WHERE sub = ?', sub),
    insert: (user) => {
      const columns = toColumns(user);
      const names = Object.keys(columns);
      database.run(
        `INSERT INTO users (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
        ...Object.values(columns),
      );
    },
    change: (sub, change) => {
      const columns = toColumns({ ...change, modifiedAt: now() });
      const assignments = Object.keys(columns).map((name) => `${name} = ?`);
      database.run(
        `UPDATE users SET ${assignments.join(', ')} WHERE sub = ?`,
        ...Object.values(columns),
        sub,
      );
    },
    remove: (sub) => {
      database.run('DELETE FROM users WHERE sub = ?', sub);
    },
    isTaken: (signInName, exceptSub = '') =>
      database.get(
        z.object({ sub: z.string() }),
        'SELECT sub FROM users WHERE sign_in_name = ? AND sub <> ?',
        fold(signInName),
        exceptSub,
      ) !== undefined,
  };
}

/** Column names are the keys of the type User: no part of a request gets into the SQL. */
function toColumns(user: Partial<User>): Record<string, string | number | null> {
  const columns: Record<string, string | number | null> = {};
  for (const [key, value] of Object.entries(user)) {
    const column = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    if (typeof value === 'boolean') columns[column] = value ? 1 : 0;
    else if (typeof value === 'object' && value !== null) columns[column] = JSON.stringify(value);
    else columns[column] = value;
  }
  return columns;
}
