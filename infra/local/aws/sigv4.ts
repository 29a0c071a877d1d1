import { parseAmzDate } from './amz-date.ts';
import { parseCredentialScope } from './credential-scope.ts';
import { readSignedQuery } from './signed-query.ts';
import { signRequest, signText, type Claim, type RequestHeaders, type SignedRequest } from './signer.ts';
import { equalInConstantTime } from './timing-safe.ts';

export type { SignedRequest } from './signer.ts';

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
export async function verifyHeaderSignature(
  request: SignedRequest,
  payloadHash: string,
  credentials: Credentials,
  service: string,
  now: Date,
): Promise<Verification> {
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
  const parameters = readSignedQuery(request.query);
  if (!parameters || Object.hasOwn(parameters, 'X-Amz-Signature')) return refuse('malformed');
  const signed = new Set(signedHeaders.split(';'));
  const claim = { request, parameters, scope, timestamp, signedHeaders: signed, payloadHash };
  return verify(claim, signature, credentials, service);
}

/**
 * Verifies a presigned URL: its signature, its signer, and that it has not expired (after seven days at most).
 * `payloadHash` is `UNSIGNED-PAYLOAD` unless the URL contains `X-Amz-Content-Sha256`.
 */
export async function verifyPresignedQuery(
  request: SignedRequest,
  payloadHash: string,
  credentials: Credentials,
  service: string,
  now: Date,
): Promise<Verification> {
  const parameters = readSignedQuery(request.query);
  const isRepeated = Object.values(parameters ?? {}).some((values) => values.length > 1);
  if (!parameters || isRepeated) return refuse('malformed');
  const parameter = (name: string): string =>
    (Object.hasOwn(parameters, name) ? parameters[name]?.[0] : undefined) ?? '';
  if (!Object.hasOwn(parameters, 'X-Amz-Signature')) return refuse('missing');
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
  const signedHeaders = new Set(parameter('X-Amz-SignedHeaders').split(';'));
  const claim = { request, parameters, scope, timestamp, signedHeaders, payloadHash };
  return verify(claim, parameter('X-Amz-Signature'), credentials, service);
}

/**
 * Verifies the signature of an S3 POST policy, from the form's fields by lower-case name; enforcing the policy
 * (expiry included) is up to the caller. Source: "Authenticating requests in browser-based uploads using POST".
 */
export async function verifyPostPolicySignature(
  fields: ReadonlyMap<string, string>,
  credentials: Credentials,
  service: string,
): Promise<Verification> {
  const policy = fields.get('policy');
  if (policy === undefined) return refuse('missing');
  const scope = parseCredentialScope(fields.get('x-amz-credential') ?? '');
  const timestamp = fields.get('x-amz-date') ?? '';
  const datedAsScoped = scope && parseAmzDate(timestamp) !== undefined && timestamp.startsWith(scope.date);
  if (!datedAsScoped || fields.get('x-amz-algorithm') !== signingAlgorithm) return refuse('malformed');
  if (scope.service !== service) return refuse('wrongService');
  const secret = credentials.get(scope.accessKeyId);
  if (secret === undefined) return refuse('unknownAccessKey');
  const expected = await signText(secret, scope, policy);
  const genuine = equalInConstantTime(expected, fields.get('x-amz-signature') ?? '');
  return genuine ? { ok: true, accessKeyId: scope.accessKeyId, region: scope.region } : refuse('mismatch');
}

async function verify(
  claim: Claim,
  signature: string,
  credentials: Credentials,
  service: string,
): Promise<Verification> {
  const { request, scope, signedHeaders } = claim;
  if (scope.service !== service) return refuse('wrongService');
  const secret = credentials.get(scope.accessKeyId);
  if (secret === undefined) return refuse('unknownAccessKey');
  // Otherwise the holder of a presigned URL could add metadata, tags or an ACL to it.
  const mustBeSigned = ['host', ...Object.keys(request.headers).filter((name) => name.startsWith('x-amz-'))];
  if (!mustBeSigned.every((name) => signedHeaders.has(name))) return refuse('unsignedHeaders');
  try {
    if (!equalInConstantTime(await signRequest(secret, claim), signature)) return refuse('mismatch');
  } catch (error) {
    // A path whose percent-encoding is broken has no canonical form.
    if (error instanceof URIError) return refuse('malformed');
    throw error;
  }
  return { ok: true, accessKeyId: scope.accessKeyId, region: scope.region };
}

function headerOf(headers: RequestHeaders, name: string): string {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
}

function refuse(code: SignatureFault): Verification {
  return { ok: false, code };
}
