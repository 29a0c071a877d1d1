import * as z from 'zod';
import type { Database } from './database.ts';
import { notAuthorized } from './errors.ts';

const failuresBeforeLockout = 5;
const maxLockoutSeconds = 900;
const resetAfterMs = 900_000;

const row = z.object({ failures: z.number(), locked_until: z.number(), last_at: z.number() });

/** Counts failed attempts by name, whether the user exists or not: a lockout must not reveal who does. */
export interface FailedAttempts {
  /** @throws NotAuthorizedException while the name is locked */
  refuseIfLocked(name: string): void;
  record(name: string): void;
  forget(name: string): void;
}

/**
 * Cognito's lockout (developer guide, "Lockout behavior for failed sign-in attempts"): from the fifth failure n on,
 * 2^(n−5) seconds, at most 15 minutes; attempts during a lockout do not count; a success or a quarter of an hour
 * without attempts resets it. `now` is in milliseconds.
 */
export function createFailedAttempts(database: Database, now: () => number): FailedAttempts {
  const read = (name: string): z.output<typeof row> | undefined =>
    database.get(row, 'SELECT failures, locked_until, last_at FROM failed_attempts WHERE name = ?', name);
  return {
    refuseIfLocked: (name) => {
      const attempts = read(name);
      if (attempts && attempts.locked_until > now()) throw notAuthorized('Password attempts exceeded');
    },
    record: (name) => {
      database.transaction(() => {
        database.run(
          'DELETE FROM failed_attempts WHERE max(last_at, locked_until) < ?',
          now() - resetAfterMs,
        );
        const failures = (read(name)?.failures ?? 0) + 1;
        const lockSeconds =
          failures < failuresBeforeLockout
            ? 0
            : Math.min(2 ** (failures - failuresBeforeLockout), maxLockoutSeconds);
        database.run(
          'INSERT OR REPLACE INTO failed_attempts VALUES (?, ?, ?, ?)',
          name,
          failures,
          now() + lockSeconds * 1000,
          now(),
        );
      });
    },
    forget: (name) => {
      database.run('DELETE FROM failed_attempts WHERE name = ?', name);
    },
  };
}
