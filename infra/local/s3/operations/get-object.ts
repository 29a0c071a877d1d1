import type { Answer } from '../answer.ts';
import { readByteRange } from './byte-range.ts';
import { assertSendable } from './metadata.ts';
import { objectHeaders } from './object-headers.ts';
import { evaluateRead } from '../storage/precondition.ts';
import type { S3Request } from '../request.ts';
import { requireObject } from './require-object.ts';
import type { Store } from '../storage/store.ts';

/** Parameters that override headers of the response; they are part of a link's signature. */
export const headerOverrides = [
  'response-cache-control',
  'response-content-disposition',
  'response-content-encoding',
  'response-content-language',
  'response-content-type',
  'response-expires',
];

/** Returns an object or a range of its bytes; for HEAD, only the headers of GET. */
export function getObject(request: S3Request, store: Store): Answer {
  const { method, bucket, key, parameters, headers } = request;
  store.buckets.require(bucket);
  const object = requireObject(store, bucket, key, parameters.get('versionId'));
  const overrides = readOverrides(parameters);
  if (evaluateRead(headers, object) === 'notModified') {
    return { status: 304, headers: { ...objectHeaders(object, false), ...overrides } };
  }
  const range = readByteRange(headers.get('range'), object.size);
  // A checksum covers the whole object, so a client could not check a range with it.
  const withChecksum = headers.get('x-amz-checksum-mode')?.toUpperCase() === 'ENABLED' && !range;
  const { start, end } = range ?? { start: 0, end: object.size - 1 };
  const answer = {
    status: range ? 206 : 200,
    headers: {
      ...objectHeaders(object, withChecksum),
      ...overrides,
      'content-length': String(end - start + 1),
      ...(range && { 'content-range': `bytes ${start}-${end}/${object.size}` }),
    },
  };
  if (method === 'HEAD' || object.size === 0) return answer;
  return { ...answer, body: store.blobs.read(object.blob, start, end) };
}

function readOverrides(parameters: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries(
    headerOverrides.flatMap((parameter) => {
      const value = parameters.get(parameter);
      return value === undefined
        ? []
        : [[parameter.slice('response-'.length), assertSendable(parameter, value)]];
    }),
  );
}
