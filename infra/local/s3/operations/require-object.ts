import { versionHeader } from './object-headers.ts';
import { S3Error } from '../s3-error.ts';
import type { Store } from '../storage/store.ts';
import { isObject, type StoredObject } from '../storage/version-index.ts';

/**
 * The object of a key, or one version of it.
 * @throws S3Error `NoSuchKey`, `NoSuchVersion`, or `MethodNotAllowed` for the version of a delete marker
 */
export function requireObject(
  store: Store,
  bucket: string,
  key: string,
  versionId: string | undefined,
): StoredObject {
  const version =
    versionId === undefined
      ? store.versions.current(bucket, key)
      : store.versions.find(bucket, key, versionId);
  if (isObject(version)) return version;
  if (!version) {
    if (versionId === undefined) throw new S3Error('NoSuchKey', 'The specified key does not exist.');
    throw new S3Error('NoSuchVersion', 'The specified version does not exist.');
  }
  const headers = { 'x-amz-delete-marker': 'true', ...versionHeader(version.versionId) };
  if (versionId === undefined) throw new S3Error('NoSuchKey', 'The specified key does not exist.', headers);
  const message = 'The specified method is not allowed against this resource.';
  throw new S3Error('MethodNotAllowed', message, { ...headers, allow: 'DELETE' });
}
