import type { Answer } from '../answer.ts';
import { checksumElement } from './checksum-element.ts';
import { readSource } from './copy-source.ts';
import { describeObject } from './metadata.ts';
import { encryptionHeaders, withoutEncryption } from '../storage/encryption.ts';
import type { ObjectDescription } from '../storage/object-description.ts';
import { quoteETag, versionHeader } from './object-headers.ts';
import { readWritePrecondition } from '../storage/precondition.ts';
import type { S3Request } from '../request.ts';
import { requireObject } from './require-object.ts';
import { notImplemented, S3Error } from '../s3-error.ts';
import type { Store } from '../storage/store.ts';
import { writeObject } from '../storage/write-object.ts';
import type { StoredObject } from '../storage/version-index.ts';
import { element } from '../xml.ts';

/** Copies an object; source and copy share the bytes on disk. */
export function copyObject(request: S3Request, store: Store): Answer {
  const { bucket, key, headers, origin } = request;
  store.buckets.require(bucket);
  const from = readSource(headers.get('x-amz-copy-source') ?? '');
  store.buckets.require(from.bucket);
  const source = requireObject(store, from.bucket, from.key, from.versionId);
  const replacesMetadata = readDirective(headers, 'x-amz-metadata-directive');
  if (from.bucket === bucket && from.key === key && source.latest && !replacesMetadata) {
    const message = `This copy request is illegal because it is trying to copy an object to itself without changing the`;
    throw new S3Error(
      'InvalidRequest',
      `${message} object's metadata, storage class or encryption attributes.`,
    );
  }
  const algorithm = headers.get('x-amz-checksum-algorithm')?.toLowerCase();
  if (algorithm !== undefined && algorithm !== source.description.checksum?.algorithm) {
    throw notImplemented('x-amz-checksum-algorithm of CopyObject, where the source has another checksum');
  }
  const { blob, size, etag } = source;
  const object = {
    bucket,
    key,
    blob,
    size,
    etag,
    description: describeCopy(headers, source, replacesMetadata, store.now()),
  };
  const precondition = readWritePrecondition(headers);
  const version = writeObject(store, { object, precondition, reason: 'CopyObject', origin });
  const sourceVersion = versionHeader(source.versionId)['x-amz-version-id'];
  return {
    status: 200,
    headers: {
      ...versionHeader(version.versionId),
      ...encryptionHeaders(version.description.headers),
      ...(sourceVersion === undefined ? {} : { 'x-amz-copy-source-version-id': sourceVersion }),
    },
    body: element('CopyObjectResult', [
      element('ETag', quoteETag(version.etag)),
      element('LastModified', version.lastModified.toISOString()),
      checksumElement(version.description.checksum),
    ]),
  };
}

/** A retention is never copied: the copy gets the request's, or the bucket's default. */
function describeCopy(
  headers: ReadonlyMap<string, string>,
  { description }: StoredObject,
  replacesMetadata: boolean,
  now: Date,
): ObjectDescription {
  const given = describeObject(headers, now);
  return {
    headers: replacesMetadata
      ? given.headers
      : { ...withoutEncryption(description.headers), ...chosenFor(given.headers) },
    checksum: description.checksum,
    tags: readDirective(headers, 'x-amz-tagging-directive') ? given.tags : description.tags,
    retention: given.retention,
  };
}

/** The storage of the copy; its encryption is never the source's. */
function chosenFor(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => /^x-amz-(server-side-encryption|storage-class)/.test(name)),
  );
}

/** Whether a property is taken from the request instead of the source. */
function readDirective(headers: ReadonlyMap<string, string>, name: string): boolean {
  const directive = headers.get(name) ?? 'COPY';
  if (directive === 'COPY' || directive === 'REPLACE') return directive === 'REPLACE';
  throw new S3Error('InvalidArgument', `Unknown ${name}.`);
}
