import { createHash, createHmac, randomBytes } from 'node:crypto';

/**
 * The arithmetic of Cognito's `USER_SRP_AUTH` for both sides: SRP-6a (RFC 5054) over the 3072-bit group of RFC 3526
 * §4 with SHA-256, and Cognito's own key derivation and signature, as its open-source clients compute them. Numbers
 * are hexadecimal text. BigInt arithmetic is not constant-time: suitable for one machine, not for a network.
 */
const N = BigInt(
  '0xFFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DD' +
    'EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7EDEE386BFB5A899FA5' +
    'AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F83655D23DCA3AD961C62F356208552BB' +
    '9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3BE39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9' +
    'DE2BCBF6955817183995497CEA956AE515D2261898FA051015728E5A8AAAC42DAD33170D04507A33A85521ABDF1CBA64ECFB850458DBEF0A' +
    '8AEA71575D060C7DB3970F85A6E1E4C7ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864D87602733EC86A64' +
    '521F2B18177B200CBBE117577A615D6C770988C0BAD946E208E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF',
);
const g = 2n;
const k = hashNumbers(N, g);

/** The owner of a password; all of it is hashed. */
export interface SrpIdentity {
  /** The part of the pool's id after the underscore. */
  readonly poolName: string;
  /** `USER_ID_FOR_SRP`: the user's name inside the pool, not the e-mail that was typed. */
  readonly username: string;
}

/** The key pair of one side in one exchange, hexadecimal. */
export interface SrpKeyPair {
  readonly privateValue: string;
  readonly publicValue: string;
}

/** The pool's name in SRP. */
export function srpPoolName(poolId: string): string {
  return poolId.slice(poolId.indexOf('_') + 1);
}

/** A fresh 16-byte salt. */
export function createSalt(): string {
  return randomBytes(16).toString('hex');
}

/** What the server stores instead of the password: g^x. */
export function deriveVerifier(identity: SrpIdentity, password: string, salt: string): string {
  return power(g, derivePrivateKey(identity, password, salt)).toString(16);
}

/** The client's A = g^a. */
export function createClientPair(): SrpKeyPair {
  const privateValue = randomNumber();
  return { privateValue: privateValue.toString(16), publicValue: power(g, privateValue).toString(16) };
}

/** The server's B = k·v + g^b. */
export function createServerPair(verifier: string): SrpKeyPair {
  const privateValue = randomNumber();
  const publicValue = (k * parseHex(verifier) + power(g, privateValue)) % N;
  return { privateValue: privateValue.toString(16), publicValue: publicValue.toString(16) };
}

/** Whether a public value is acceptable: a multiple of N would reveal the key (RFC 5054 §2.5.3). */
export function isUsablePublicValue(publicValue: string): boolean {
  return parseHex(publicValue) % N !== 0n;
}

/** The key as the server computes it: S = (A·v^u)^b. */
export function deriveServerKey(server: SrpKeyPair, clientPublicValue: string, verifier: string): Buffer {
  const clientValue = parseHex(clientPublicValue);
  const scramble = hashNumbers(clientValue, parseHex(server.publicValue));
  const base = (clientValue * power(parseHex(verifier), scramble)) % N;
  return deriveKey(power(base, parseHex(server.privateValue)), scramble);
}

/** The key as the client computes it: S = (B − k·g^x)^(a + u·x). */
export function deriveClientKey(
  client: SrpKeyPair,
  serverPublicValue: string,
  identity: SrpIdentity,
  password: string,
  salt: string,
): Buffer {
  const serverValue = parseHex(serverPublicValue);
  const scramble = hashNumbers(parseHex(client.publicValue), serverValue);
  const x = derivePrivateKey(identity, password, salt);
  const base = (((serverValue - k * power(g, x)) % N) + N) % N;
  return deriveKey(power(base, parseHex(client.privateValue) + scramble * x), scramble);
}

/** The proof of the key, base64: `PASSWORD_CLAIM_SIGNATURE`. `secretBlock` is base64, `timestamp` the text as sent. */
export function signPasswordClaim(
  key: Buffer,
  identity: SrpIdentity,
  secretBlock: string,
  timestamp: string,
): string {
  return createHmac('sha256', key)
    .update(identity.poolName)
    .update(identity.username)
    .update(Buffer.from(secretBlock, 'base64'))
    .update(timestamp)
    .digest('base64');
}

function derivePrivateKey(identity: SrpIdentity, password: string, salt: string): bigint {
  const inner = createHash('sha256').update(`${identity.poolName}${identity.username}:${password}`).digest();
  return hashBytes(toBytes(parseHex(salt)), inner);
}

/** HKDF-SHA256 of RFC 5869 with `u` as salt, cut to 16 bytes. */
function deriveKey(secret: bigint, scramble: bigint): Buffer {
  const pseudoRandomKey = createHmac('sha256', toBytes(scramble)).update(toBytes(secret)).digest();
  return createHmac('sha256', pseudoRandomKey).update('Caldera Derived Key\u0001').digest().subarray(0, 16);
}

function hashNumbers(...numbers: bigint[]): bigint {
  return hashBytes(...numbers.map(toBytes));
}

function hashBytes(...parts: Buffer[]): bigint {
  return parseHex(createHash('sha256').update(Buffer.concat(parts)).digest('hex'));
}

/** Two's complement, as Java's BigInteger writes it: a leading zero byte where the first bit is set, and no other. */
function toBytes(number: bigint): Buffer {
  const digits = number.toString(16);
  const even = digits.length % 2 === 0 ? digits : `0${digits}`;
  return Buffer.from(/^[89a-f]/.test(even) ? `00${even}` : even, 'hex');
}

function parseHex(hex: string): bigint {
  return BigInt(`0x${hex}`);
}

function randomNumber(): bigint {
  return parseHex(randomBytes(32).toString('hex'));
}

/** From the first bit of the exponent on, so that the factor is always the base: multiplying by `g` is cheap. */
function power(base: bigint, exponent: bigint): bigint {
  const factor = base % N;
  let result = 1n;
  for (const bit of exponent.toString(2)) {
    result = (result * result) % N;
    if (bit === '1') result = (result * factor) % N;
  }
  return result;
}
