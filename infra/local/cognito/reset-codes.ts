import { randomInt } from 'node:crypto';
import * as z from 'zod';
import { equalInConstantTime } from '../aws/timing-safe.ts';
import type { Database } from './database.ts';
import { keyedHash } from './secrets.ts';

const validityMs = 3_600_000;
const maxFailures = 5;

const row = z.object({ hash: z.string(), failures: z.number(), expires_at: z.number() });

export interface ResetCodes {
  /** Returns a new six-digit code, valid for an hour; it replaces an earlier one. */
  issue(sub: string): string;
  check(sub: string, code: string): 'right' | 'wrong' | 'expired' | 'exhausted';
  remove(sub: string): void;
}

/** The codes of `ForgotPassword`; their hashes are keyed with `secret`, `now` is in milliseconds. */
export function createResetCodes(database: Database, secret: string, now: () => number): ResetCodes {
  const hashCode = (sub: string, code: string): string => keyedHash(secret, 'resetCode', sub, code);
  return {
    issue: (sub) => {
      const code = String(randomInt(1_000_000)).padStart(6, '0');
      database.run(
        'INSERT OR REPLACE INTO reset_codes VALUES (?, ?, 0, ?)',
        sub,
        hashCode(sub, code),
        now() + validityMs,
      );
      return code;
    },
    check: (sub, code) => {
      const stored = database.get(
        row,
        'SELECT hash, failures, expires_at FROM reset_codes WHERE sub = ?',
        sub,
      );
      if (!stored || stored.expires_at < now()) return 'expired';
      if (stored.failures >= maxFailures) return 'exhausted';
      if (equalInConstantTime(stored.hash, hashCode(sub, code))) return 'right';
      database.run('UPDATE reset_codes SET failures = failures + 1 WHERE sub = ?', sub);
      return 'wrong';
    },
    remove: (sub) => {
      database.run('DELETE FROM reset_codes WHERE sub = ?', sub);
    },
  };
}
