import { createHmac } from 'node:crypto';
import { escapeUri, HttpRequest } from '@smithy/core/protocols';
import { Hash } from '@smithy/core/serde';
import {
  ALGORITHM_IDENTIFIER,
  createScope,
  getCanonicalHeaders,
  getSigningKey,
  SignatureV4Base,
} from '@smithy/signature-v4';
import type { CredentialScope } from './credential-scope.ts';

/** Headers as `node:http` provides them: lower-case names. */
export type RequestHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The signed parts of a request, as received: path and query still percent-encoded, the query without `?`. */
export interface SignedRequest {
  readonly method: string;
  readonly rawPath: string;
  readonly query: string;
  readonly headers: RequestHeaders;
}

/** What a signature covers, as the request claims. */
export interface Claim {
  readonly request: SignedRequest;
  /** Of the request, decoded; the signature of a presigned URL is left out. */
  readonly parameters: Readonly<Record<string, string[]>>;
  readonly scope: CredentialScope;
  /** Basic ISO 8601 form, `YYYYMMDDTHHMMSSZ`. */
  readonly timestamp: string;
  readonly signedHeaders: ReadonlySet<string>;
  readonly payloadHash: string;
}

class Sha256 extends Hash {
  constructor(secret?: ConstructorParameters<typeof Hash>[1]) {
    super('sha256', secret);
  }
}

/** The SDK's signer without what it chooses itself: which headers are signed, and when. */
class Signer extends SignatureV4Base {
  constructor(service: string) {
    super({
      service,
      region: '',
      credentials: { accessKeyId: '', secretAccessKey: '' },
      sha256: Sha256,
      uriEscapePath: service !== 's3',
    });
  }

  async sign(secret: string, claim: Claim): Promise<string> {
    const { scope, timestamp } = claim;
    const request = describe(claim);
    const headers = getCanonicalHeaders(request, undefined, new Set(claim.signedHeaders));
    const canonical = this.createCanonicalRequest(request, headers, claim.payloadHash);
    const credentialScope = createScope(scope.date, scope.region, scope.service);
    return signText(
      secret,
      scope,
      await this.createStringToSign(timestamp, credentialScope, canonical, ALGORITHM_IDENTIFIER),
    );
  }
}

const signers = new Map<string, Signer>();

/**
 * The signature that a request must have, as hex ("Create a signed AWS API request", IAM user guide).
 * @throws URIError when the path to an S3 object is not valid percent-encoded UTF-8
 */
export function signRequest(secret: string, claim: Claim): Promise<string> {
  const { service } = claim.scope;
  const signer = signers.get(service) ?? new Signer(service);
  signers.set(service, signer);
  return signer.sign(secret, claim);
}

/** Signs any text with the key derived for that day, region and service, as hex. */
export async function signText(secret: string, scope: CredentialScope, text: string): Promise<string> {
  const key = await signingKey(secret, scope);
  return createHmac('sha256', key).update(text).digest('hex');
}

/** By secret and scope: the library's own cache is limited to 50, while each function has a key for each service. */
const signingKeys = new Map<string, Promise<Uint8Array>>();
const maxSigningKeys = 1000;

function signingKey(secret: string, scope: CredentialScope): Promise<Uint8Array> {
  const { accessKeyId, date, region, service } = scope;
  const id = [secret, createScope(date, region, service)].join('\n');
  const known = signingKeys.get(id);
  if (known) return known;
  const credentials = { accessKeyId, secretAccessKey: secret };
  const key = getSigningKey(Sha256, credentials, date, region, service);
  if (signingKeys.size >= maxSigningKeys) signingKeys.clear();
  signingKeys.set(id, key);
  return key;
}

function describe({ request, parameters, scope, signedHeaders }: Claim): HttpRequest {
  const { method, rawPath, headers } = request;
  return new HttpRequest({
    method,
    path: scope.service === 's3' ? encodeObjectPath(rawPath) : rawPath,
    query: { ...parameters },
    headers: Object.fromEntries(
      Object.entries(headers)
        .filter(([name]) => signedHeaders.has(name))
        .map(([name, value = '']) => [name, typeof value === 'string' ? value : value.join(',')]),
    ),
  });
}

/** S3 signs the path as AWS encodes it, however the client did; keys are opaque, so nothing is normalised. */
function encodeObjectPath(rawPath: string): string {
  return rawPath
    .split('/')
    .map((segment) => escapeUri(decodeURIComponent(segment)))
    .join('/');
}
