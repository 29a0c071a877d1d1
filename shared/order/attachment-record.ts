import * as z from 'zod';
import { uploadRecordShape } from '../uploads/upload-record.ts';
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
