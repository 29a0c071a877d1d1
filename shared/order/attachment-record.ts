import * as z from 'zod';
import { uploadRecordShape } from '../files/upload-record.ts';
import type { EntityId } from '../table/entity-id.ts';
import type { Partition } from '../table/partition.ts';
import type { ItemKey } from '../table/table.ts';
import { signedInActorSchema } from '../history/actor.ts';

/** A file that is attached to an order, as it is stored. */
export const attachmentRecordSchema = z.object({ ...uploadRecordShape, by: signedInActorSchema });

export type AttachmentRecord = z.infer<typeof attachmentRecordSchema>;

/** Where an attachment stands; an empty id makes the beginning that all of an order's have in common. */
export function attachmentKey(partition: Partition, orderUlid: string, attachmentId: string): ItemKey {
  return { partition, sortKey: `ORDER/ATTACHMENT#${orderUlid}#${attachmentId}` };
}

/** Object of an attachment in the bucket of documents, once it was accepted. Until then it is in quarantine. */
export function attachmentObjectKey({ operatorId, ulid }: EntityId, attachmentId: string): string {
  return `${attachmentsPrefix}${operatorId}/${ulid}/${attachmentId}`;
}

/** Where attachments are in the bucket of documents: nobody files them, so they are not locked (docs/adr/0064). */
export const attachmentsPrefix = 'attachments/';
