import { parseAmzDate } from './amz-date.ts';
import { hashCanonicalRequest, type RequestHeaders, type SignedRequest } from './canonical-request.ts';
import { parseCredentialScope, sign, signCanonicalRequest, type CredentialScope } from './signing-key.ts';
import { equalInConstantTime } from './timing-safe.ts';
import { decodeQueryComponent } from './uri-encoding.ts';

export { canonicalQuery, type SignedRequest } from './canonical-request.ts';
export { uriEncode } from './uri-encoding.ts';

/** Why a signature was refused; each service has its own error codes for it. */
export type SignatureFault =
  | 'missing'
  | 'malformed'
  | 'wrongService'
  | 'unknownAccessKey'
  | 'clockSkewed'
  | 'expired'
  | 'unsignedHeaders'
  | 'mismatch';

export type Verification =
  | { readonly ok: true; readonly accessKeyId: string; readonly region: string }
  | { readonly ok: false; readonly code: SignatureFault };

/** Secrets by access key id. */
export type Credentials = ReadonlyMap<string, string>;

const signingAlgorithm = 'AWS4-HMAC-SHA256';
const maxClockSkewMs = 15 * 60 * 1000;
const maxExpirySeconds = 7 * 24 * 60 * 60;

/**
 * Verifies a request whose signature is in its `Authorization` header. `payloadHash` is what the client claims in
 * `x-amz-content-sha256` (S3), or the hex SHA-256 of the body (all other services); comparing a claim with the bytes
 * is up to the caller.
 */
export function verifyHeaderSignature(
  request: SignedRequest,
  payloadHash: string,
  credentials: Credentials,
  service: string,
  now: Date,
): Verification {
  const authorization = headerOf(request.headers, 'authorization');
  if (authorization === '') return refuse('missing');
  const match =
    /^AWS4-HMAC-SHA256 Credential=([^, ]+), ?SignedHeaders=([^, ]+), ?Signature=([0-9a-f]{64})$/.exec(
      authorization,
    );
  const [, credential = '', signedHeaders = '', signature = ''] = match ?? [];
  const scope = parseCredentialScope(credential);
  const timestamp = headerOf(request.headers, 'x-amz-date');
  const signedAt = parseAmzDate(timestamp);
  if (!scope || signedAt === undefined || !timestamp.startsWith(scope.date)) return refuse('malformed');
  if (Math.abs(now.getTime() - signedAt) > maxClockSkewMs) return refuse('clockSkewed');
  const signed = {
    request,
    scope,
    timestamp,
    signedHeaders: signedHeaders.split(';'),
    payloadHash,
    signature,
  };
  return verify(signed, credentials, service);
}

/**
 * Verifies a presigned URL: its signature, its signer, and that it has not expired (after seven days at most).
 * `payloadHash` is `UNSIGNED-PAYLOAD` unless the URL contains `X-Amz-Content-Sha256`.
 */
export function verifyPresignedQuery(
  request: SignedRequest,
  payloadHash: string,
  credentials: Credentials,
  service: string,
  now: Date,
): Verification {
  const parameters = readParameters(request.query);
  if (!parameters?.has('X-Amz-Signature')) return refuse(parameters ? 'missing' : 'malformed');
  const parameter = (name: string): string => parameters.get(name) ?? '';
  const scope = parseCredentialScope(parameter('X-Amz-Credential'));
  const timestamp = parameter('X-Amz-Date');
  const signedAt = parseAmzDate(timestamp);
  const expiresIn = /^\d{1,6}$/.test(parameter('X-Amz-Expires')) ? Number(parameter('X-Amz-Expires')) : 0;
  const wellFormed =
    parameter('X-Amz-Algorithm') === signingAlgorithm && expiresIn >= 1 && expiresIn <= maxExpirySeconds;
  if (!scope || signedAt === undefined || !timestamp.startsWith(scope.date) || !wellFormed)
    return refuse('malformed');
  if (now.getTime() > signedAt + expiresIn * 1000) return refuse('expired');
  if (signedAt - now.getTime() > maxClockSkewMs) return refuse('clockSkewed');
  const signedHeaders = parameter('X-Amz-SignedHeaders').split(';');
  const signed = {
    request,
    scope,
    timestamp,
    signedHeaders,
    payloadHash,
    signature: parameter('X-Amz-Signature'),
  };
  return verify(signed, credentials, service, 'X-Amz-Signature');
}

/**
 * Verifies the signature of an S3 POST policy, from the form's fields by lower-case name; enforcing the policy
 * (expiry included) is up to the caller. Source: "Authenticating requests in browser-based uploads using POST".
 */
export function verifyPostPolicySignature(
  fields: ReadonlyMap<string, string>,
  credentials: Credentials,
  service: string,
): Verification {
  const policy = fields.get('policy');
  if (policy === undefined) return refuse('missing');
  const scope = parseCredentialScope(fields.get('x-amz-credential') ?? '');
  const timestamp = fields.get('x-amz-date') ?? '';
  const datedAsScoped = scope && parseAmzDate(timestamp) !== undefined && timestamp.startsWith(scope.date);
  if (!datedAsScoped || fields.get('x-amz-algorithm') !== signingAlgorithm) return refuse('malformed');
  if (scope.service !== service) return refuse('wrongService');
  const secret = credentials.get(scope.accessKeyId);
  if (secret === undefined) return refuse('unknownAccessKey');
  const genuine = equalInConstantTime(sign(secret, scope, policy), fields.get('x-amz-signature') ?? '');
  return genuine ? { ok: true, accessKeyId: scope.accessKeyId, region: scope.region } : refuse('mismatch');
}

interface Signed {
  readonly request: SignedRequest;
  readonly scope: CredentialScope;
  readonly timestamp: string;
  readonly signedHeaders: readonly string[];
  readonly payloadHash: string;
  readonly signature: string;
}

function verify(signed: Signed, credentials: Credentials, service: string, without?: string): Verification {
  const { request, scope, signedHeaders } = signed;
  if (scope.service !== service) return refuse('wrongService');
  const secret = credentials.get(scope.accessKeyId);
  if (secret === undefined) return refuse('unknownAccessKey');
  // Otherwise the holder of a presigned URL could add metadata, tags or an ACL to it.
  const mustBeSigned = ['host', ...Object.keys(request.headers).filter((name) => name.startsWith('x-amz-'))];
  if (!mustBeSigned.every((name) => signedHeaders.includes(name))) return refuse('unsignedHeaders');
  const hash = hashOrUndefined(() =>
    hashCanonicalRequest(request, signedHeaders, signed.payloadHash, service, without),
  );
  if (hash === undefined) return refuse('malformed');
  const expected = signCanonicalRequest(secret, scope, signed.timestamp, hash);
  if (!equalInConstantTime(expected, signed.signature)) return refuse('mismatch');
  return { ok: true, accessKeyId: scope.accessKeyId, region: scope.region };
}

/** A request whose percent-encoding is broken has no canonical form. */
function hashOrUndefined(hash: () => string): string | undefined {
  try {
    return hash();
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

/** The query's parameters by name; undefined when one is repeated or cannot be decoded. */
function readParameters(query: string): ReadonlyMap<string, string> | undefined {
  const parameters = new Map<string, string>();
  try {
    for (const pair of query.split('&')) {
      const [name = '', ...value] = pair.split('=');
      const decodedName = decodeQueryComponent(name);
      if (parameters.has(decodedName)) return undefined;
      parameters.set(decodedName, decodeQueryComponent(value.join('=')));
    }
  } catch {
    return undefined;
  }
  return parameters;
}

function headerOf(headers: RequestHeaders, name: string): string {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
}

function refuse(code: SignatureFault): Verification {
  return { ok: false, code };
}
