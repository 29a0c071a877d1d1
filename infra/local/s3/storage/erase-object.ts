import type { Bucket } from './bucket-index.ts';
import { transact } from './database.ts';
import { describeDeletion, type EventOrigin } from './object-event.ts';
import { assertWritable, type WritePrecondition } from './precondition.ts';
import { release } from './release.ts';
import { assertErasable } from './retention.ts';
import type { Store } from './store.ts';
import { nullVersionId, type Version } from './version-index.ts';
import { newVersionId } from './write-object.ts';

export interface Erasure {
  readonly bucket: Bucket;
  readonly key: string;
  /** Absent for the key itself; the bucket's versioning decides what is deleted then. */
  readonly versionId?: string | undefined;
  readonly precondition?: WritePrecondition;
  readonly bypassesGovernance: boolean;
  readonly origin: EventOrigin;
}

/**
 * Result of a deletion: the delete marker that was created, or the version that was removed (possibly a marker
 * itself).
 */
export interface Erased {
  readonly versionId?: string;
  readonly deleteMarker: boolean;
}

/**
 * Deletes one version permanently, or, in a bucket with versioning, hides the key behind a delete marker. A missing
 * object counts as deleted.
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
  const removed = isSuspended ? versions.find(name, key, nullVersionId) : undefined;
  if (removed) versions.remove(removed);
  const versionId = isSuspended ? nullVersionId : newVersionId();
  const nothing = { blob: null, size: 0, etag: '', description: { headers: {}, tags: [] } };
  const marker = versions.insert({ bucket: name, key, versionId, ...nothing });
  if (configuration.notifiesEventBridge) {
    outbox.add(describeDeletion(marker, 'Delete Marker Created', origin, region));
  }
  return { erased: { versionId, deleteMarker: true }, removed };
}

function remove({ region, versions, outbox, now }: Store, erasure: Erasure): Outcome {
  const { bucket, key, versionId, bypassesGovernance, origin } = erasure;
  const removed = versions.find(bucket.name, key, versionId ?? nullVersionId);
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
