import type { Bucket } from './bucket-index.ts';
import { transact } from './database.ts';
import { describeDeletion, type EventOrigin } from './object-event.ts';
import { assertWritable, type WritePrecondition } from './precondition.ts';
import { release } from './release.ts';
import { assertErasable } from './retention.ts';
import type { Store } from './store.ts';
import { UNVERSIONED, type Version } from './version-index.ts';
import { newVersionId } from './write-object.ts';

export interface Erasure {
  readonly bucket: Bucket;
  readonly key: string;
  /** Absent for the key itself, where the bucket's versioning says what that means. */
  readonly versionId?: string | undefined;
  readonly precondition?: WritePrecondition;
  readonly bypassesGovernance: boolean;
  readonly origin: EventOrigin;
}

/** What an erasure did: the marker it left, or the version it removed, which may have been a marker itself. */
export interface Erased {
  readonly versionId?: string;
  readonly deleteMarker: boolean;
}

/**
 * Removes one version for good, or, in a bucket that keeps versions, hides a key behind a delete marker. What is not
 * there is erased already.
 * @throws S3Error `AccessDenied` while the version is locked, `PreconditionFailed`, `NoSuchKey`
 */
export function eraseObject(store: Store, erasure: Erasure): Erased {
  const { bucket, key, versionId, precondition = {} } = erasure;
  const keepsVersions = bucket.configuration.versioning !== undefined;
  const { erased, removed } = transact(store.database, () => {
    assertWritable(precondition, store.versions.current(bucket.name, key));
    return versionId === undefined && keepsVersions ? hide(store, erasure) : remove(store, erasure);
  });
  release(store, removed);
  store.outbox.deliver();
  return erased;
}

interface Outcome {
  readonly erased: Erased;
  readonly removed: Version | undefined;
}

function hide({ region, versions, outbox }: Store, { bucket, key, origin }: Erasure): Outcome {
  const { name, configuration } = bucket;
  const isSuspended = configuration.versioning === 'Suspended';
  const removed = isSuspended ? versions.find(name, key, UNVERSIONED) : undefined;
  if (removed) versions.remove(removed);
  const versionId = isSuspended ? UNVERSIONED : newVersionId();
  const nothing = { blob: null, size: 0, etag: '', description: { headers: {}, tags: [] } };
  const marker = versions.insert({ bucket: name, key, versionId, ...nothing });
  if (configuration.notifiesEventBridge) {
    outbox.add(describeDeletion(marker, 'Delete Marker Created', origin, region));
  }
  return { erased: { versionId, deleteMarker: true }, removed };
}

function remove({ region, versions, outbox, now }: Store, erasure: Erasure): Outcome {
  const { bucket, key, versionId, bypassesGovernance, origin } = erasure;
  const removed = versions.find(bucket.name, key, versionId ?? UNVERSIONED);
  if (removed) {
    assertErasable(removed, now(), bypassesGovernance);
    versions.remove(removed);
    if (bucket.configuration.notifiesEventBridge) {
      outbox.add(describeDeletion(removed, 'Permanently Deleted', origin, region));
    }
  }
  const deleteMarker = removed?.blob === null;
  return { erased: versionId === undefined ? { deleteMarker } : { versionId, deleteMarker }, removed };
}
