const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Encodes bytes in base 32 (RFC 4648 §6) without padding, as authenticator apps expect a secret. */
export function encodeBase32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => alphabet.charAt(Number.parseInt(group.padEnd(5, '0'), 2))).join('');
}

/**
 * Decodes base 32; case and padding do not matter.
 * @throws RangeError for a character outside the alphabet
 */
export function decodeBase32(text: string): Buffer {
  const digits = Array.from(text.toUpperCase().replace(/=+$/, ''), (character) => {
    const digit = alphabet.indexOf(character);
    if (digit < 0) throw new RangeError(`“${character}” is not a base-32 digit.`);
    return digit.toString(2).padStart(5, '0');
  });
  const bytes = digits.join('').match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
}
