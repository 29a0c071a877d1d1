import * as z from 'zod';
import type { Partition } from '../table/partition.ts';
import type { WriteAction } from '../table/table.ts';
import { insert } from '../table/write-actions.ts';

/** What the carrier does to operators. */
export const operatorChanges = ['registered', 'details', 'status', 'manager'] as const;

/** Something that the carrier did to an operator. */
export const operatorEventSchema = z.object({
  schemaVersion: z.literal(1),
  at: z.string(),
  by: z.string(),
  change: z.enum(operatorChanges),
  from: z.string().optional(),
  to: z.string(),
  reason: z.string().optional(),
  /** Of changed details: the attributes that were written. */
  attribute: z.array(z.string()).optional(),
});

export type OperatorEvent = z.infer<typeof operatorEventSchema>;

/** Sort keys of an operator's history begin with it. */
export const eventPrefix = 'OPERATOR/HISTORY#';

/** Writes an event into an operator's history. */
export function rememberEvent(partition: Partition, ulid: string, event: OperatorEvent): WriteAction {
  return insert({ partition, sortKey: `${eventPrefix}${ulid}` }, event);
}
