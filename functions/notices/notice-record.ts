import * as z from 'zod';
import { textSchema } from '../../shared/text-schema.ts';
import { tableDefinition } from '../../shared/table/definition.ts';
import { Partition } from '../../shared/table/partition.ts';
import type { ItemKey, VersionedItem } from '../../shared/table/table.ts';

/** How long a notice is kept after its end, in seconds: a year. */
const keptSeconds = 365 * 24 * 60 * 60;

/** What a notice is about; `important` goes before the others. */
export const noticeKinds = ['information', 'works', 'important'] as const;

/** A notice, as it is stored. Every moment is in UTC, so that their texts sort as they do. */
export const noticeRecordSchema = z.object({
  schemaVersion: z.literal(1),
  version: z.int(),
  id: z.string(),
  kind: z.enum(noticeKinds),
  title: textSchema,
  text: textSchema,
  validFor: z.object({ startDateTime: z.string(), endDateTime: z.string() }),
  /** Subject of the author, who is responsible for it. */
  owner: z.string(),
  createdAt: z.string(),
  changedBy: z.string(),
  changedAt: z.string(),
  /** Where it was taken back before its end. */
  withdrawnAt: z.string().optional(),
});

export type NoticeRecord = z.infer<typeof noticeRecordSchema>;

/** Index partition (`byDue`) of all notices, by the moment from which they are over. */
export const noticesByEnd = `${Partition.ofCarrier().key}#NOTICE`;

/** Where a notice stands. */
export function noticeKey(id: string): ItemKey {
  return { partition: Partition.ofCarrier(), sortKey: `NOTICE#${id}` };
}

/** A record with the attributes that its lists read, and its expiry. */
export function noticeItem(record: NoticeRecord): VersionedItem {
  const end = record.withdrawnAt ?? record.validFor.endDateTime;
  return {
    ...record,
    duePartition: noticesByEnd,
    dueSort: `${end}#${record.id}`,
    [tableDefinition.timeToLive]: Math.floor(Date.parse(end) / 1000) + keptSeconds,
  };
}
