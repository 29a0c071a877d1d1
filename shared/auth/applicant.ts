import { createHash } from 'node:crypto';
import type { ApplicantScope } from './scope.ts';

/** Header in which an applicant proves itself. Never in an address: addresses are logged and passed on. */
export const applicationSecretHeader = 'X-Application-Secret';

/** Crockford's base 32: no letter that is read as a digit, so that a code survives a telephone. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 16;

/** Shape of an application's id, which is also the reference code that people are told: 80 bits. */
export const applicationIdPattern = new RegExp(`^[${alphabet}]{${codeLength}}$`);

/**
 * The scope that a secret opens. The applicant's program makes the secret itself (32 random bytes, base64url), and
 * the application's id follows from it: whoever sends the same secret again means the same application, and the
 * cabinet never has to send a secret anywhere nor to keep one.
 *
 * @returns undefined where the text has not the shape of a secret
 */
export function applicantOf(secret: string): ApplicantScope | undefined {
  if (!/^[A-Za-z0-9_-]{43}$/.test(secret)) return undefined;
  return {
    kind: 'applicant',
    applicationId: codeOf(createHash('sha256').update(`application ${secret}`).digest()),
    secretHash: createHash('sha256').update(`proof ${secret}`).digest('base64url'),
  };
}

/** 80 bits of a hash as a code: five bits a character. */
function codeOf(hash: Buffer): string {
  const bits = [...hash.subarray(0, (codeLength * 5) / 8)]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => alphabet.charAt(parseInt(five, 2))).join('');
}
