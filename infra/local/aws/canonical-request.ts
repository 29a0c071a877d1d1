import { createHash } from 'node:crypto';
import { decodeQueryComponent, uriEncode } from './uri-encoding.ts';

/** Headers as `node:http` provides them: lower-case names. */
export type RequestHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The signed parts of a request, as received: path and query still percent-encoded, the query without `?`. */
export interface SignedRequest {
  readonly method: string;
  readonly rawPath: string;
  readonly query: string;
  readonly headers: RequestHeaders;
}

/**
 * The query string in canonical form: decoded, re-encoded, sorted by encoded name, then value. `without` omits one
 * parameter: in a presigned URL, `X-Amz-Signature` is not signed.
 * @throws URIError when a component is not valid percent-encoded UTF-8
 */
export function canonicalQuery(query: string, without?: string): string {
  return query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return [
        uriEncode(decodeQueryComponent(name)),
        uriEncode(decodeQueryComponent(value.join('='))),
      ] as const;
    })
    .filter(([name]) => name !== without)
    .sort(([leftName, leftValue], [rightName, rightValue]) =>
      leftName === rightName ? compare(leftValue, rightValue) : compare(leftName, rightName),
    )
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

/** The canonical request of Signature Version 4 ("Create a signed AWS API request", IAM user guide), hashed as hex. */
export function hashCanonicalRequest(
  request: SignedRequest,
  signedHeaders: readonly string[],
  payloadHash: string,
  service: string,
  withoutParameter?: string,
): string {
  const canonicalRequest = [
    request.method,
    canonicalPath(request.rawPath, service),
    canonicalQuery(request.query, withoutParameter),
    ...signedHeaders.map((name) => `${name}:${canonicalHeaderValue(request.headers[name])}`),
    '',
    signedHeaders.join(';'),
    payloadHash,
  ].join('\n');
  return createHash('sha256').update(canonicalRequest).digest('hex');
}

/** S3 signs the path encoded once; every other service signs it encoded twice. Keys are opaque, so nothing is normalised. */
function canonicalPath(rawPath: string, service: string): string {
  return rawPath
    .split('/')
    .map((segment) => uriEncode(decodeURIComponent(segment)))
    .map((segment) => (service === 's3' ? segment : uriEncode(segment)))
    .join('/');
}

function canonicalHeaderValue(value: string | readonly string[] | undefined): string {
  const joined = typeof value === 'string' ? value : (value ?? []).join(',');
  return joined.trim().replace(/ +/g, ' ');
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
