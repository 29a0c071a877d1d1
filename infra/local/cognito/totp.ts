import { createHmac, randomBytes } from 'node:crypto';
import { equalInConstantTime } from '../aws/timing-safe.ts';
import { decodeBase32, encodeBase32 } from './base32.ts';

const stepSeconds = 30;
const codeDigits = 6;

/** A new secret of 160 bits (RFC 4226 §4, R6), base 32. */
export function createTotpSecret(): string {
  return encodeBase32(randomBytes(20));
}

/** The six-digit code of RFC 6238 (SHA-1, 30 seconds) at the given time, as an authenticator app shows it. */
export function computeTotpCode(secret: string, at: Date): string {
  return codeOfStep(secret, stepAt(at));
}

/**
 * The time step of a code, or undefined when it is not valid now: one step of drift to either side is accepted (RFC
 * 6238 §5.2).
 */
export function findTotpStep(secret: string, code: string, at: Date): number | undefined {
  const now = stepAt(at);
  return [now, now - 1, now + 1].find((step) => equalInConstantTime(codeOfStep(secret, step), code));
}

function stepAt(at: Date): number {
  return Math.floor(at.getTime() / 1000 / stepSeconds);
}

/** HOTP, RFC 4226 §5.3. */
function codeOfStep(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', decodeBase32(secret)).update(counter).digest();
  const offset = digest.readUInt8(digest.length - 1) & 0xf;
  const truncated = digest.readUInt32BE(offset) & 0x7fffffff;
  return String(truncated % 10 ** codeDigits).padStart(codeDigits, '0');
}
