import * as z from 'zod';
import { textSchema } from '../../shared/text-schema.ts';
import { tableDefinition } from '../../shared/table/definition.ts';
import { Partition } from '../../shared/table/partition.ts';
import type { ItemKey, VersionedItem } from '../../shared/table/table.ts';

/** Retention of a notice after its end, in seconds: a year. */
const keptSeconds = 365 * 24 * 60 * 60;

/** Subject of a notice; `important` sorts first. */
export const noticeKinds = ['information', 'works', 'important'] as const;

/** A notice, as stored. All times are in UTC, so that strings sort chronologically. */
export const noticeRecordSchema = z.object({
  schemaVersion: z.literal(1),
  version: z.int(),
  id: z.string(),
  kind: z.enum(noticeKinds),
  title: textSchema,
  text: textSchema,
  validFor: z.object({ startDateTime: z.string(), endDateTime: z.string() }),
  /** `sub` of the author, who is responsible for it. */
  owner: z.string(),
  createdAt: z.string(),
  changedBy: z.string(),
  changedAt: z.string(),
  /** Present if it was withdrawn before its end. */
  withdrawnAt: z.string().optional(),
});

export type NoticeRecord = z.infer<typeof noticeRecordSchema>;

/** Index partition (`byDue`) of all notices, by the time at which they end. */
export const noticesByEnd = `${Partition.ofCarrier().key}#NOTICE`;

/** Primary key of a notice. */
export function noticeKey(id: string): ItemKey {
  return { partition: Partition.ofCarrier(), sortKey: `NOTICE#${id}` };
}

/** A record with the index attributes of its lists, and its expiry. */
export function noticeItem(record: NoticeRecord): VersionedItem {
  const end = record.withdrawnAt ?? record.validFor.endDateTime;
  return {
    ...record,
    duePartition: noticesByEnd,
    dueSort: `${end}#${record.id}`,
    [tableDefinition.timeToLive]: Math.floor(Date.parse(end) / 1000) + keptSeconds,
  };
}
