import * as z from 'zod';
import { uploadRecordShape } from '../files/upload-record.ts';
import type { EntityId } from '../table/entity-id.ts';
import type { Partition } from '../table/partition.ts';
import type { ItemKey } from '../table/table.ts';
import { signedInActorSchema } from '../history/actor.ts';

/** A file that is attached to an order, as it is stored. */
export const attachmentRecordSchema = z.object({ ...uploadRecordShape, by: signedInActorSchema });

export type AttachmentRecord = z.infer<typeof attachmentRecordSchema>;

/** Key of an attachment; with an empty id the common prefix of an order's attachments. */
export function attachmentKey(partition: Partition, orderUlid: string, attachmentId: string): ItemKey {
  return { partition, sortKey: `ORDER/ATTACHMENT#${orderUlid}#${attachmentId}` };
}

/** Object key of an accepted attachment in the bucket of documents. Until then it is in quarantine. */
export function attachmentObjectKey({ operatorId, ulid }: EntityId, attachmentId: string): string {
  return `${attachmentsPrefix}${operatorId}/${ulid}/${attachmentId}`;
}

/** Key prefix of attachments in the bucket of documents. They are not archived, so they are not locked (docs/adr/0064). */
export const attachmentsPrefix = 'attachments/';
