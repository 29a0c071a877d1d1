import { checksumHeaders } from '../bytes/checksum.ts';
import { encryptionHeaders } from '../storage/encryption.ts';
import { nullVersionId, type Version } from '../storage/version-index.ts';

/** The header with the version id, in a bucket with versioning. */
export function versionHeader(versionId: string | undefined): Record<string, string> {
  return versionId === undefined || versionId === nullVersionId ? {} : { 'x-amz-version-id': versionId };
}

export function quoteETag(etag: string): string {
  return `"${etag}"`;
}

/** The response headers of an upload. */
export function uploadHeaders(version: Version): Record<string, string> {
  return {
    etag: quoteETag(version.etag),
    ...versionHeader(version.versionId),
    ...checksumHeaders(version.description.checksum),
    ...encryptionHeaders(version.description.headers),
  };
}

/** The response headers of a read; the checksum only if the request asks for it. */
export function objectHeaders(version: Version, withChecksum: boolean): Record<string, string> {
  const { headers, checksum, tags, retention } = version.description;
  return {
    ...headers,
    etag: quoteETag(version.etag),
    'last-modified': version.lastModified.toUTCString(),
    'accept-ranges': 'bytes',
    ...versionHeader(version.versionId),
    ...(withChecksum ? checksumHeaders(checksum) : {}),
    ...(tags.length > 0 ? { 'x-amz-tagging-count': String(tags.length) } : {}),
    ...(retention && {
      'x-amz-object-lock-mode': retention.mode,
      'x-amz-object-lock-retain-until-date': retention.until,
    }),
  };
}
