import type { StoredObject, Version, VersionIndex } from './version-index.ts';

/** One entry of a listing: an object, or the common prefix of keys that contain the delimiter. */
type ListingEntry = { readonly object: StoredObject } | { readonly commonPrefix: string };

export interface ObjectQuery {
  readonly bucket: string;
  readonly prefix: string;
  /** Empty when there is none. */
  readonly delimiter: string;
  /** The key to start at in bytes, from an earlier listing's `next`. */
  readonly from: Uint8Array;
  readonly limit: number;
}

export interface ObjectListing {
  readonly entries: readonly ListingEntry[];
  /** Where the next page starts; absent on the last one. */
  readonly next?: Uint8Array;
}

/** Lists current objects by key; common prefixes are skipped over, so that a folder costs one look-up. */
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
  /** The last key and version of the previous page; without a version, all of that key's. */
  readonly keyMarker?: string | undefined;
  readonly versionIdMarker?: string | undefined;
  readonly limit: number;
}

/** Lists versions and delete markers by key, newest first; returns whether there are more. */
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

/** The smallest byte string after a key. */
export function justAfter(key: string): Uint8Array {
  return Buffer.concat([Buffer.from(key), Buffer.of(0x00)]);
}

/** An upper bound of all keys with the prefix: UTF-8 has no byte 0xFF. */
function endOf(prefix: string): Uint8Array {
  return Buffer.concat([Buffer.from(prefix), Buffer.of(0xff)]);
}

function later(left: Uint8Array, right: Uint8Array): Uint8Array {
  return Buffer.compare(left, right) > 0 ? left : right;
}
