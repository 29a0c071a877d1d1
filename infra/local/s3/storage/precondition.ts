import { S3Error } from '../s3-error.ts';
import { isObject, type Version } from './version-index.ts';

/** Conditions on the key's current object for a write. */
export interface WritePrecondition {
  readonly ifMatch?: string | undefined;
  readonly ifNoneMatch?: string | undefined;
}

export function readWritePrecondition(headers: ReadonlyMap<string, string>): WritePrecondition {
  return { ifMatch: headers.get('if-match'), ifNoneMatch: headers.get('if-none-match') };
}

/**
 * "Conditional writes", S3 user guide: `If-None-Match` takes `*` only, `If-Match` an ETag.
 * @throws S3Error `PreconditionFailed`, `NoSuchKey` or `NotImplemented`
 */
export function assertWritable(
  { ifMatch, ifNoneMatch }: WritePrecondition,
  current: Version | undefined,
): void {
  if (ifNoneMatch !== undefined && ifNoneMatch !== '*') {
    throw new S3Error('NotImplemented', 'If-None-Match only accepts * on a write.');
  }
  if (ifNoneMatch === '*' && isObject(current)) throw failed();
  if (ifMatch === undefined) return;
  if (!isObject(current)) throw new S3Error('NoSuchKey', 'The specified key does not exist.');
  if (!listsETag(ifMatch, current.etag)) throw failed();
}

/**
 * The outcome of a conditional read (RFC 9110, 13.2.2); dates have a resolution of one second.
 * @throws S3Error `PreconditionFailed`
 */
export function evaluateRead(headers: ReadonlyMap<string, string>, version: Version): 'send' | 'notModified' {
  const modified = Math.floor(version.lastModified.getTime() / 1000) * 1000;
  const ifMatch = headers.get('if-match');
  const unmodifiedSince = Date.parse(headers.get('if-unmodified-since') ?? '');
  if (ifMatch !== undefined ? !listsETag(ifMatch, version.etag) : modified > unmodifiedSince) throw failed();
  const ifNoneMatch = headers.get('if-none-match');
  const modifiedSince = Date.parse(headers.get('if-modified-since') ?? '');
  const known = ifNoneMatch !== undefined ? listsETag(ifNoneMatch, version.etag) : modified <= modifiedSince;
  return known ? 'notModified' : 'send';
}

function listsETag(list: string, etag: string): boolean {
  return list
    .split(',')
    .some((item) => item.trim() === '*' || item.trim().replace(/^W\//, '').replaceAll('"', '') === etag);
}

function failed(): S3Error {
  return new S3Error('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold');
}
