import type { Answer } from '../answer.ts';
import { justAfter, listObjects, listVersions } from '../storage/listing.ts';
import { quoteETag } from './object-headers.ts';
import type { S3Request } from '../request.ts';
import { S3Error } from '../s3-error.ts';
import type { Store } from '../storage/store.ts';
import { isObject, type StoredObject, type Version } from '../storage/version-index.ts';
import { element, type XmlElement } from '../xml.ts';

const maxPageSize = 1000;

/** ListObjectsV2; keys are in the order of their UTF-8 bytes. */
export function listObjectsV2(request: S3Request, store: Store): Answer {
  const bucket = store.buckets.require(request.bucket).name;
  const parameter = (name: string): string => request.parameters.get(name) ?? '';
  if (parameter('list-type') !== '2') throw new S3Error('InvalidArgument', 'list-type must be 2');
  const encode = readEncoding(request);
  const [prefix, delimiter, startAfter] = [
    parameter('prefix'),
    parameter('delimiter'),
    parameter('start-after'),
  ];
  const token = request.parameters.get('continuation-token');
  const limit = readLimit(request);
  const from = token === undefined ? justAfter(startAfter) : readToken(token);
  const { entries, next } = listObjects(store.versions, { bucket, prefix, delimiter, from, limit });
  const optional = (name: string, value: string | undefined): XmlElement | undefined =>
    value === undefined || value === '' ? undefined : element(name, value);
  return {
    status: 200,
    body: element('ListBucketResult', [
      element('Name', bucket),
      element('Prefix', encode(prefix)),
      optional('Delimiter', encode(delimiter)),
      element('MaxKeys', limit),
      optional('EncodingType', request.parameters.get('encoding-type')),
      element('KeyCount', entries.length),
      element('IsTruncated', next !== undefined),
      optional('ContinuationToken', token),
      optional('NextContinuationToken', next && Buffer.from(next).toString('base64url')),
      optional('StartAfter', encode(startAfter)),
      ...entries.map((entry) =>
        'object' in entry
          ? element('Contents', describeObject(entry.object, encode))
          : element('CommonPrefixes', [element('Prefix', encode(entry.commonPrefix))]),
      ),
    ]),
  };
}

/** ListObjectVersions, without delimiter. */
export function listObjectVersions(request: S3Request, store: Store): Answer {
  const bucket = store.buckets.require(request.bucket).name;
  const { parameters } = request;
  const encode = readEncoding(request);
  const limit = readLimit(request);
  const prefix = parameters.get('prefix') ?? '';
  const markers = {
    keyMarker: parameters.get('key-marker'),
    versionIdMarker: parameters.get('version-id-marker'),
  };
  const { page, isTruncated } = listVersions(store.versions, { bucket, prefix, ...markers, limit });
  const last = isTruncated ? page.at(-1) : undefined;
  return {
    status: 200,
    body: element('ListVersionsResult', [
      element('Name', bucket),
      element('Prefix', encode(prefix)),
      element('KeyMarker', encode(markers.keyMarker ?? '')),
      element('VersionIdMarker', markers.versionIdMarker ?? ''),
      element('MaxKeys', limit),
      element('IsTruncated', isTruncated),
      last && element('NextKeyMarker', encode(last.key)),
      last && element('NextVersionIdMarker', last.versionId),
      ...page.map((version) =>
        isObject(version)
          ? element('Version', [...describeVersion(version), ...describeObject(version, encode)])
          : element('DeleteMarker', [
              ...describeVersion(version),
              element('Key', encode(version.key)),
              element('LastModified', version.lastModified.toISOString()),
            ]),
      ),
    ]),
  };
}

function describeVersion({ versionId, latest }: Version): XmlElement[] {
  return [element('VersionId', versionId), element('IsLatest', latest)];
}

function describeObject(
  { key, lastModified, etag, size, description }: StoredObject,
  encode: Encoder,
): XmlElement[] {
  const checksum = description.checksum?.algorithm;
  return [
    element('Key', encode(key)),
    element('LastModified', lastModified.toISOString()),
    element('ETag', quoteETag(etag)),
    ...(checksum === undefined ? [] : [element('ChecksumAlgorithm', checksum.toUpperCase())]),
    element('Size', size),
    element('StorageClass', description.headers['x-amz-storage-class'] ?? 'STANDARD'),
  ];
}

type Encoder = (text: string) => string;

function readEncoding({ parameters }: S3Request): Encoder {
  const encoding = parameters.get('encoding-type');
  if (encoding === undefined) return (text) => text;
  if (encoding === 'url') return (text) => encodeURIComponent(text).replaceAll('%2F', '/');
  throw new S3Error('InvalidArgument', 'Invalid Encoding Method specified in Request');
}

function readLimit({ parameters }: S3Request): number {
  const limit = parameters.get('max-keys') ?? String(maxPageSize);
  if (/^\d{1,9}$/.test(limit)) return Math.min(Number(limit), maxPageSize);
  throw new S3Error('InvalidArgument', 'Provided max-keys not an integer or within integer range');
}

function readToken(token: string): Uint8Array {
  if (/^[\w-]+$/.test(token)) return Buffer.from(token, 'base64url');
  throw new S3Error('InvalidArgument', 'The continuation token provided is incorrect');
}
