import { createHash, createHmac, randomBytes } from 'node:crypto';

/** An opaque token of `bytes` random bytes, base64 (SRP's secret block has to be). */
export function createToken(bytes: number): string {
  return randomBytes(bytes).toString('base64');
}

/** How an opaque token is stored: whoever reads the file cannot use it. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** A value that only this pool can compute, hexadecimal: for short codes, and for users that do not exist. */
export function keyedHash(key: string, ...parts: string[]): string {
  return createHmac('sha256', key).update(JSON.stringify(parts)).digest('hex');
}
