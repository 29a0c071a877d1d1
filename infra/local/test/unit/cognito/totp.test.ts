import { describe, expect, it } from 'vitest';
import { decodeBase32, encodeBase32 } from '../../../cognito/base32.ts';
import { computeTotpCode, createTotpSecret, findTotpStep } from '../../../cognito/totp.ts';

const secret = encodeBase32(Buffer.from('12345678901234567890'));

describe('TOTP', () => {
  // RFC 6238, appendix B, SHA-1; the RFC prints eight digits, authenticator apps show the last six.
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ])('computes at second %i the code %s of RFC 6238', (second, code) => {
    expect(computeTotpCode(secret, new Date(second * 1000))).toBe(code);
  });

  it('accepts a drift of one step at most', () => {
    const at = new Date(1_000_000_000_000);
    const step = Math.floor(at.getTime() / 30_000);
    const codeAfter = (steps: number): string =>
      computeTotpCode(secret, new Date(at.getTime() + steps * 30_000));
    expect(findTotpStep(secret, codeAfter(-1), at)).toBe(step - 1);
    expect(findTotpStep(secret, codeAfter(0), at)).toBe(step);
    expect(findTotpStep(secret, codeAfter(1), at)).toBe(step + 1);
    expect(findTotpStep(secret, codeAfter(2), at)).toBeUndefined();
    expect(findTotpStep(secret, codeAfter(-2), at)).toBeUndefined();
    expect(findTotpStep(secret, '', at)).toBeUndefined();
  });

  it('generates unique secrets of 160 bits', () => {
    expect(decodeBase32(createTotpSecret())).toHaveLength(20);
    expect(createTotpSecret()).not.toBe(createTotpSecret());
  });
});

describe('base 32', () => {
  // RFC 4648, section 10.
  it.each([
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('encodes “%s” as “%s” and decodes it', (text, encoded) => {
    expect(encodeBase32(Buffer.from(text))).toBe(encoded);
    expect(decodeBase32(`${encoded.toLowerCase()}==`).toString()).toBe(text);
  });

  it('refuses invalid base 32', () => {
    expect(() => decodeBase32('MZ1')).toThrow(RangeError);
  });
});
