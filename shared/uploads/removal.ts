import * as z from 'zod';
import { Partition } from '../table/partition.ts';
import type { ItemKey, VersionedItem, WriteAction } from '../table/table.ts';
import { insert, removeVersion } from '../table/write-actions.ts';
import { uploadBuckets } from './upload-bucket.ts';
import type { UploadAddress } from './upload-owner.ts';
import type { UploadRecord } from './upload-record.ts';

/**
 * After this time nothing can bring back the bytes of a removed file: its upload URL has expired, and the events of its
 * inspection are delivered or given up, each of which may copy an object.
 */
const settlingMilliseconds = 3 * 60 * 60 * 1000;

/** An object that no record names any more, until the eraser has erased it. */
export const removedObjectSchema = z.object({
  schemaVersion: z.literal(1),
  version: z.literal(1),
  bucket: z.enum(uploadBuckets),
  /** Key that the object has, or would have had, once accepted. */
  objectKey: z.string(),
  dueAt: z.string(),
});

export type RemovedObject = z.infer<typeof removedObjectSchema>;

/** Index partition (`byDue`) of removed objects, sorted by time. */
export const removedObjects = 'UPLOAD/REMOVED';

/** Key of the record of a removed object. */
export function removedObjectKey({ objectKey }: Pick<RemovedObject, 'objectKey'>): ItemKey {
  return { partition: Partition.ofRemovedObject(objectKey), sortKey: 'REMOVED' };
}

/**
 * The writes that remove an upload: its record is removed, and an item for the eraser is added. The caller erases the bytes
 * after this write. The eraser erases what is left of them after a crash, or after an inspection at the same moment.
 */
export function removalActions(
  { record, bucket, accepted: objectKey }: UploadAddress,
  { version }: Pick<UploadRecord, 'version'>,
  now: Date,
): readonly WriteAction[] {
  const dueAt = new Date(now.getTime() + settlingMilliseconds).toISOString();
  const removed: RemovedObject = { schemaVersion: 1, version: 1, bucket, objectKey, dueAt };
  const item: VersionedItem = {
    ...removed,
    duePartition: removedObjects,
    dueSort: `${dueAt}#${objectKey}`,
  };
  return [removeVersion(record, version), insert(removedObjectKey(removed), item)];
}
