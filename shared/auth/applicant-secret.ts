/** Header that authenticates an applicant. Never a URL parameter, since URLs are logged and shared. */
export const applicationSecretHeader = 'X-Application-Secret';

/** Crockford's base 32, without letters that look like digits, so that a code can be dictated. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 16;

/** Format of an application's id, which is also the applicant's reference code: 80 bits. */
export const applicationIdPattern = new RegExp(`^[${alphabet}]{${codeLength}}$`);

/** Whether a text has the format of a secret: 32 bytes, base64url. */
export function isApplicationSecret(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text);
}

/** Input of the SHA-256 hash from which an application's id is derived. */
export function codeSource(secret: string): string {
  return `application ${secret}`;
}

/** The first 80 bits of a hash as a code, five bits per character. */
export function codeOf(hash: Uint8Array): string {
  const bits = [...hash.subarray(0, (codeLength * 5) / 8)]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => alphabet.charAt(parseInt(five, 2))).join('');
}

/**
 * Normalizes a typed reference code: ignores spaces, dashes and case, and reads O as 0, and I or L as 1.
 *
 * @returns undefined if it is not a reference code
 */
export function parseReferenceCode(typed: string): string | undefined {
  const code = typed
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return applicationIdPattern.test(code) ? code : undefined;
}
