import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import {
  createClientPair,
  createSalt,
  createServerPair,
  deriveClientKey,
  deriveServerKey,
  deriveVerifier,
  isUsablePublicValue,
  signPasswordClaim,
  srpPoolName,
} from '../../../cognito/srp.ts';

interface BigInteger {
  toString(radix: number): string;
}
/** AWS's own browser client, whose arithmetic ours has to match to the bit. */
interface AuthenticationHelper {
  largeAValue: BigInteger;
  getPasswordAuthenticationKey(
    username: string,
    password: string,
    serverValue: BigInteger,
    salt: BigInteger,
    callback: (error: unknown, key: Uint8Array) => void,
  ): void;
}
const require = createRequire(import.meta.url);
const official = require('amazon-cognito-identity-js/lib/AuthenticationHelper') as {
  default: new (poolName: string) => AuthenticationHelper;
};
const bigIntegers = require('amazon-cognito-identity-js/lib/BigInteger') as {
  default: new (hex: string, radix: number) => BigInteger;
};

const identity = { poolName: 'LocalPool1', username: '7f5c7c0e-2d0b-4a52-8a53-3a2e9a0f1f11' };
const password = 'Пароль-Correct1!';

function exchange(salt: string, typed: string): { client: Buffer; server: Buffer } {
  const verifier = deriveVerifier(identity, password, salt);
  const client = createClientPair();
  const server = createServerPair(verifier);
  return {
    client: deriveClientKey(client, server.publicValue, identity, typed, salt),
    server: deriveServerKey(server, client.publicValue, verifier),
  };
}

describe('SRP', () => {
  it('gives client and server the same key when the password is right', () => {
    const { client, server } = exchange(createSalt(), password);
    expect(client).toHaveLength(16);
    expect(client).toEqual(server);
  });

  it('gives them different keys when the password is wrong', () => {
    const { client, server } = exchange(createSalt(), `${password}x`);
    expect(client).not.toEqual(server);
  });

  // A salt is a number, not text: 1 salt in 256 starts with a zero byte, which must vanish.
  it.each([
    '00ff00ff00ff00ff00ff00ff00ff00ff',
    '0aff00ff00ff00ff00ff00ff00ff00ff',
    'ffff00ff00ff00ff00ff00ff00ff00ff',
  ])('agrees with the official browser client on the salt %s', (salt) => {
    const verifier = deriveVerifier(identity, password, salt);
    const server = createServerPair(verifier);
    const browser = new official.default(identity.poolName);
    let key: Uint8Array | undefined;
    browser.getPasswordAuthenticationKey(
      identity.username,
      password,
      new bigIntegers.default(server.publicValue, 16),
      new bigIntegers.default(salt, 16),
      (_error, derived) => {
        key = derived;
      },
    );
    expect(key && Buffer.from(key)).toEqual(
      deriveServerKey(server, browser.largeAValue.toString(16), verifier),
    );
  });

  it('binds the proof to the user, the exchange and the moment', () => {
    const key = Buffer.alloc(16, 7);
    const proof = signPasswordClaim(key, identity, 'YmxvY2s=', 'Sat Nov 7 14:05:09 UTC 2026');
    expect(proof).toBe(signPasswordClaim(key, identity, 'YmxvY2s=', 'Sat Nov 7 14:05:09 UTC 2026'));
    expect(proof).not.toBe(
      signPasswordClaim(key, { ...identity, username: 'another' }, 'YmxvY2s=', 'Sat Nov 7 14:05:09 UTC 2026'),
    );
    expect(proof).not.toBe(signPasswordClaim(key, identity, 'Ymxvb2s=', 'Sat Nov 7 14:05:09 UTC 2026'));
    expect(proof).not.toBe(signPasswordClaim(key, identity, 'YmxvY2s=', 'Sat Nov 7 14:05:10 UTC 2026'));
  });

  it('refuses public values that are multiples of the modulus', () => {
    expect(isUsablePublicValue('0')).toBe(false);
    expect(isUsablePublicValue('2')).toBe(true);
    const official3072 = new official.default('x') as unknown as { N: BigInteger };
    expect(isUsablePublicValue(official3072.N.toString(16))).toBe(false);
  });

  it('uses the part of the pool id after the underscore', () => {
    expect(srpPoolName('eu-central-1_LocalPool1')).toBe('LocalPool1');
  });
});
