import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type JsonWebKey,
} from 'node:crypto';
import * as z from 'zod';
import type { Settings } from './settings-store.ts';

/** The pool's RS256 key: it signs and verifies tokens, and publishes its public half. */
export interface SigningKey {
  readonly jwk: JsonWebKey;
  sign(claims: object): string;
  /** The claims of a token that this key signed; undefined for anything else. Does not check the expiry. */
  read(token: string): unknown;
}

const headerSchema = z.object({ alg: z.literal('RS256'), kid: z.string() });

/** Loads the pool's signing key, or creates it at the first start, so that tokens survive a restart. */
export function loadSigningKey(settings: Settings): SigningKey {
  const privateKey = createPrivateKey(settings.readOrCreate('signingKey', createPem));
  const publicKey = createPublicKey(privateKey);
  const fingerprint = createHash('sha256').update(publicKey.export({ type: 'spki', format: 'der' }));
  const kid = fingerprint.digest('base64').slice(0, 43);
  const header = encodePart({ kid, alg: 'RS256' });
  return {
    jwk: { ...publicKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' },
    sign: (claims) => {
      const signed = `${header}.${encodePart(claims)}`;
      return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), privateKey).toString('base64url')}`;
    },
    read: (token) => {
      const [protectedHeader = '', payload = '', signature = '', ...rest] = token.split('.');
      if (rest.length > 0 || headerSchema.safeParse(decodePart(protectedHeader)).data?.kid !== kid)
        return undefined;
      const signed = Buffer.from(`${protectedHeader}.${payload}`);
      const genuine = verify('RSA-SHA256', signed, publicKey, Buffer.from(signature, 'base64url'));
      return genuine ? decodePart(payload) : undefined;
    },
  };
}

let createdPem: string | undefined;

/** New pools of a process share a key: generating one takes 0.1 seconds, and tests create hundreds of pools. */
function createPem(): string {
  createdPem ??= generateKeyPairSync('rsa', { modulusLength: 2048 })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();
  return createdPem;
}

function encodePart(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

function decodePart(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString());
  } catch {
    return undefined;
  }
}
