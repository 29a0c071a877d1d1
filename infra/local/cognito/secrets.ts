import { createHash, createHmac, randomBytes } from 'node:crypto';

/** An opaque token of `bytes` random bytes, base64 (SRP's secret block has to be). */
export function createToken(bytes: number): string {
  return randomBytes(bytes).toString('base64');
}

/** The stored form of an opaque token, which cannot be used by readers of the file. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** A value that only this pool can compute, hexadecimal: for short codes, and for unknown users. */
export function keyedHash(key: string, ...parts: string[]): string {
  return createHmac('sha256', key).update(JSON.stringify(parts)).digest('hex');
}
