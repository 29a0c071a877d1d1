import * as z from 'zod';
import type { CarrierScope } from '../auth/scope.ts';
import { carrierActorSchema } from '../history/actor.ts';
import { History } from '../history/history.ts';
import type { Partition } from '../table/partition.ts';

/** Kinds of changes that the carrier makes to operators. */
export const operatorChanges = ['registered', 'details', 'status', 'manager'] as const;

/** An event of an operator's history. */
const operatorEventSchema = z.object({
  schemaVersion: z.literal(1),
  at: z.string(),
  by: carrierActorSchema,
  change: z.enum(operatorChanges),
  from: z.string().optional(),
  to: z.string(),
  reason: z.string().optional(),
  /** For changed details: the attributes that were written. */
  attribute: z.array(z.string()).optional(),
});

export type OperatorEvent = z.infer<typeof operatorEventSchema>;

/** The history of the operator that a partition belongs to. */
export function operatorHistory(partition: Partition): History<OperatorEvent> {
  return new History(partition, 'OPERATOR/HISTORY#', operatorEventSchema);
}

/** The carrier's administrator as the actor of an event. */
export function administratorOf({ sub }: CarrierScope): OperatorEvent['by'] {
  return { side: 'carrier', role: 'carrier-administrator', sub };
}
