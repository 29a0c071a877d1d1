import type { ObjectDescription } from '../storage/object-description.ts';
import { readRetention } from '../storage/retention.ts';
import { S3Error } from '../s3-error.ts';
import { readTags } from './tags.ts';

const maxMetadataBytes = 2048;
const storedHeaders = new Set([
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
  'x-amz-server-side-encryption',
  'x-amz-server-side-encryption-aws-kms-key-id',
  'x-amz-server-side-encryption-bucket-key-enabled',
  'x-amz-storage-class',
]);

/**
 * Describes the new object, from the headers of an upload or the fields of a form.
 * @throws S3Error `MetadataTooLarge`, `AccessControlListNotSupported`, or an error of tags or retention
 */
export function describeObject(headers: ReadonlyMap<string, string>, now: Date): ObjectDescription {
  const acl = headers.get('x-amz-acl') ?? headers.get('acl') ?? 'private';
  if (acl !== 'private' && acl !== 'bucket-owner-full-control') {
    throw new S3Error('AccessControlListNotSupported', 'The bucket does not allow ACLs');
  }
  return {
    headers: readStoredHeaders(headers),
    tags: readTags(headers),
    retention: readRetention(headers, now),
  };
}

/** The headers that are returned with the object. */
function readStoredHeaders(headers: ReadonlyMap<string, string>): Record<string, string> {
  const stored = new Map([['content-type', 'binary/octet-stream']]);
  let metadataBytes = 0;
  for (const [name, value] of headers) {
    const isMetadata = name.startsWith('x-amz-meta-');
    if (isMetadata)
      metadataBytes += Buffer.byteLength(name.slice('x-amz-meta-'.length)) + Buffer.byteLength(value);
    if (!isMetadata && !storedHeaders.has(name)) continue;
    const plainValue =
      name === 'content-encoding' ? withoutChunking(value) : isMetadata ? encodeMetadata(value) : value;
    if (plainValue !== '' || isMetadata) stored.set(name, assertSendable(name, plainValue));
  }
  if (metadataBytes > maxMetadataBytes) {
    throw new S3Error('MetadataTooLarge', 'Your metadata headers exceed the maximum allowed metadata size');
  }
  return Object.fromEntries(stored);
}

/** @throws S3Error `InvalidArgument` for a value that an HTTP header cannot contain */
export function assertSendable(name: string, value: string): string {
  if (/^[\t\x20-\x7e\xa0-\xff]*$/.test(value)) return value;
  throw new S3Error('InvalidArgument', `Header value cannot be represented using ISO-8859-1: ${name}`);
}

/** `aws-chunked` describes the transfer, not the object. */
function withoutChunking(encoding: string): string {
  return encoding
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== 'aws-chunked')
    .join(',');
}

/** A form's metadata can be any text; S3 encodes it by RFC 2047 when it is not ASCII. */
function encodeMetadata(value: string): string {
  return /^[\x20-\x7e]*$/.test(value) ? value : `=?UTF-8?B?${Buffer.from(value).toString('base64')}?=`;
}
