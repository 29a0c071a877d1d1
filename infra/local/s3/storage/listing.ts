import type { StoredObject, Version, VersionIndex } from './version-index.ts';

/** One line of a listing: an object, or all those whose keys go on after the delimiter. */
type ListingEntry = { readonly object: StoredObject } | { readonly commonPrefix: string };

export interface ObjectQuery {
  readonly bucket: string;
  readonly prefix: string;
  /** Empty for none. */
  readonly delimiter: string;
  /** The bytes to begin at, as an earlier listing's `next` says. */
  readonly from: Uint8Array;
  readonly limit: number;
}

export interface ObjectListing {
  readonly entries: readonly ListingEntry[];
  /** Where to go on; absent when this was all. */
  readonly next?: Uint8Array;
}

/** Lists current objects by key; behind a common prefix it skips, so that a folder costs one look-up. */
export function listObjects(versions: VersionIndex, query: ObjectQuery): ObjectListing {
  const { bucket, prefix, delimiter, limit } = query;
  const end = endOf(prefix);
  let position = later(query.from, Buffer.from(prefix));
  const entries: ListingEntry[] = [];
  if (limit === 0) return { entries };
  for (;;) {
    const object = versions.nextObject(bucket, position, end);
    if (!object) return { entries };
    if (entries.length === limit) return { entries, next: position };
    const cut = delimiter === '' ? -1 : object.key.indexOf(delimiter, prefix.length);
    if (cut < 0) {
      entries.push({ object });
      position = justAfter(object.key);
    } else {
      const commonPrefix = object.key.slice(0, cut + delimiter.length);
      entries.push({ commonPrefix });
      position = endOf(commonPrefix);
    }
  }
}

export interface VersionQuery {
  readonly bucket: string;
  readonly prefix: string;
  /** The last key and version of the page before; without a version, all of that key's. */
  readonly keyMarker?: string | undefined;
  readonly versionIdMarker?: string | undefined;
  readonly limit: number;
}

/** Lists versions and delete markers by key, the newest first; answers whether there are more. */
export function listVersions(
  versions: VersionIndex,
  query: VersionQuery,
): { page: Version[]; isTruncated: boolean } {
  const { bucket, prefix, keyMarker = '', versionIdMarker, limit } = query;
  const marker =
    versionIdMarker === undefined ? undefined : versions.find(bucket, keyMarker, versionIdMarker);
  const after = marker ? Buffer.from(keyMarker) : justAfter(keyMarker);
  const from = keyMarker === '' ? Buffer.from(prefix) : later(after, Buffer.from(prefix));
  const olderThan = marker && from === after ? marker.sequence : Number.MAX_SAFE_INTEGER;
  const found = versions.list(bucket, from, olderThan, endOf(prefix), limit + 1);
  return { page: found.slice(0, limit), isTruncated: limit > 0 && found.length > limit };
}

/** The smallest bytes greater than a key's. */
export function justAfter(key: string): Uint8Array {
  return Buffer.concat([Buffer.from(key), Buffer.of(0x00)]);
}

/** Greater than whatever begins with the prefix: UTF-8 has no byte 0xFF. */
function endOf(prefix: string): Uint8Array {
  return Buffer.concat([Buffer.from(prefix), Buffer.of(0xff)]);
}

function later(left: Uint8Array, right: Uint8Array): Uint8Array {
  return Buffer.compare(left, right) > 0 ? left : right;
}
