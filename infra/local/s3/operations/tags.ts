import type { Tags } from '../storage/object-description.ts';
import { S3Error } from '../s3-error.ts';

/** Parses `x-amz-tagging`, which is encoded like a query string. */
export function readTags(headers: ReadonlyMap<string, string>): Tags {
  const encoded = headers.get('x-amz-tagging') ?? '';
  return validateTags([...new URLSearchParams(encoded)].map(([key, value]) => ({ key, value })));
}

/**
 * "Categorizing your storage using tags", S3 user guide: at most ten, keys unique and up to 128 characters, values up
 * to 256.
 * @throws S3Error `InvalidTag` or `BadRequest`
 */
export function validateTags(tags: Tags): Tags {
  if (tags.length > 10) throw new S3Error('BadRequest', 'Object tags cannot be greater than 10');
  if (new Set(tags.map(({ key }) => key)).size < tags.length) {
    throw new S3Error('InvalidTag', 'Cannot provide multiple Tags with the same key');
  }
  if (tags.some(({ key }) => key === '' || key.length > 128)) {
    throw new S3Error('InvalidTag', 'The TagKey you have provided is invalid');
  }
  if (tags.some(({ value }) => value.length > 256)) {
    throw new S3Error('InvalidTag', 'The TagValue you have provided is invalid');
  }
  return tags;
}
