import type { IncomingMessage } from 'node:http';
import type { EventOrigin } from './storage/object-event.ts';
import { S3Error } from './s3-error.ts';

const maxKeyBytes = 1024;

/** A parsed S3 request. Bucket and key are empty where the path has none; nothing in it is trusted yet. */
export interface S3Request {
  readonly method: string;
  readonly rawPath: string;
  readonly query: string;
  readonly bucket: string;
  /** Decoded, otherwise unchanged: `..` and `//` are ordinary characters in S3. */
  readonly key: string;
  readonly parameters: ReadonlyMap<string, string>;
  /** By lower-case name, including those in the query of a presigned URL. */
  readonly headers: ReadonlyMap<string, string>;
  readonly isPresigned: boolean;
  readonly stream: IncomingMessage;
  readonly origin: EventOrigin;
}

/** @throws S3Error `InvalidURI` or `KeyTooLongError` */
export function parseRequest(stream: IncomingMessage, origin: EventOrigin): S3Request {
  const [rawPath = '/', ...rest] = (stream.url ?? '/').split('?');
  const query = rest.join('?');
  const [, rawBucket = '', ...rawKey] = rawPath.split('/');
  const key = assertKeyLength(decode(rawKey.join('/')));
  const parameters = new Map(
    query
      .split('&')
      .filter((pair) => pair !== '')
      .map((pair) => {
        const [name = '', ...value] = pair.replaceAll('+', ' ').split('=');
        return [decode(name), decode(value.join('='))] as const;
      }),
  );
  const isPresigned = parameters.has('X-Amz-Signature');
  const headers = new Map(
    Object.entries(stream.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(',') : (value ?? ''),
    ]),
  );
  if (isPresigned) {
    for (const [name, value] of parameters) {
      if (isHoistedHeader(name) && !headers.has(name.toLowerCase())) headers.set(name.toLowerCase(), value);
    }
  }
  const method = stream.method ?? 'GET';
  return {
    method,
    rawPath,
    query,
    bucket: decode(rawBucket),
    key,
    parameters,
    headers,
    isPresigned,
    stream,
    origin,
  };
}

/** @throws S3Error `KeyTooLongError` beyond 1024 bytes of UTF-8 */
export function assertKeyLength(key: string): string {
  if (Buffer.byteLength(key) > maxKeyBytes) throw new S3Error('KeyTooLongError', 'Your key is too long');
  return key;
}

/** A header that the presigner moved into the query, where S3 also accepts it. */
export function isHoistedHeader(parameter: string): boolean {
  return /^x-amz-(?!(algorithm|credential|date|expires|signedheaders|signature|security-token)$)/i.test(
    parameter,
  );
}

function decode(component: string): string {
  try {
    return decodeURIComponent(component);
  } catch {
    throw new S3Error('InvalidURI', "Couldn't parse the specified URI.");
  }
}
