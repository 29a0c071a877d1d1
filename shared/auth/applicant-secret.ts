/** Header in which an applicant proves itself. Never in an address: addresses are logged and passed on. */
export const applicationSecretHeader = 'X-Application-Secret';

/** Crockford's base 32: no letter that is read as a digit, so that a code survives a telephone. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 16;

/** Shape of an application's id, which is also the reference code that people are told: 80 bits. */
export const applicationIdPattern = new RegExp(`^[${alphabet}]{${codeLength}}$`);

/** Whether a text has the shape of a secret: 32 bytes, base64url. */
export function isApplicationSecret(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text);
}

/** What the SHA-256 is taken of that an application's id is made of. */
export function codeSource(secret: string): string {
  return `application ${secret}`;
}

/** 80 bits of a hash as a code: five bits a character. */
export function codeOf(hash: Uint8Array): string {
  const bits = [...hash.subarray(0, (codeLength * 5) / 8)]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => alphabet.charAt(parseInt(five, 2))).join('');
}

/**
 * A reference code as somebody typed or dictated it: blanks, dashes and small letters do not matter, nor that O looks
 * like 0 and I or L like 1.
 *
 * @returns undefined where it is none
 */
export function readReferenceCode(typed: string): string | undefined {
  const code = typed
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return applicationIdPattern.test(code) ? code : undefined;
}
