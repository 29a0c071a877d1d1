import { randomBytes } from 'node:crypto';
import { S3Error } from '../s3-error.ts';
import { transact } from './database.ts';
import { encrypt } from './encryption.ts';
import { describeCreation, type EventOrigin, type ObjectEventReason } from './object-event.ts';
import { assertWritable, type WritePrecondition } from './precondition.ts';
import { release } from './release.ts';
import { retentionByDefault } from './retention.ts';
import type { Store } from './store.ts';
import { nullVersionId, type NewVersion, type Version } from './version-index.ts';

export interface ObjectWrite {
  readonly object: Omit<NewVersion, 'versionId' | 'blob'> & { readonly blob: string };
  readonly precondition?: WritePrecondition;
  readonly reason: ObjectEventReason;
  readonly origin: EventOrigin;
  /** Runs in the same transaction. */
  readonly alongside?: () => void;
}

/**
 * Creates an object from a blob on disk; deletes the blob when it cannot.
 * @throws S3Error `NoSuchBucket`, `PreconditionFailed`, `NoSuchKey`, `InvalidRequest`
 */
export function writeObject(store: Store, write: ObjectWrite): Version {
  try {
    const { version, replaced } = transact(store.database, () => insertVersion(store, write));
    release(store, replaced);
    store.outbox.deliver();
    return version;
  } catch (error) {
    release(store, write.object);
    throw error;
  }
}

/** A unique version id, unordered as in S3. */
export function newVersionId(): string {
  return randomBytes(24).toString('base64url');
}

function insertVersion(
  { region, buckets, versions, outbox, now }: Store,
  { object, precondition = {}, reason, origin, alongside }: ObjectWrite,
): { version: Version; replaced: Version | undefined } {
  const { configuration } = buckets.require(object.bucket);
  assertWritable(precondition, versions.current(object.bucket, object.key));
  const retention = object.description.retention ?? retentionByDefault(configuration, now());
  if (retention && !configuration.objectLock) {
    throw new S3Error('InvalidRequest', 'Bucket is missing Object Lock Configuration');
  }
  const isVersioned = configuration.versioning === 'Enabled';
  const replaced = isVersioned ? undefined : versions.find(object.bucket, object.key, nullVersionId);
  if (replaced) versions.remove(replaced);
  const version = versions.insert({
    ...object,
    description: {
      ...object.description,
      headers: encrypt(object.description.headers, configuration),
      retention,
    },
    versionId: isVersioned ? newVersionId() : nullVersionId,
  });
  alongside?.();
  if (configuration.notifiesEventBridge) outbox.add(describeCreation(version, reason, origin, region));
  return { version, replaced };
}
