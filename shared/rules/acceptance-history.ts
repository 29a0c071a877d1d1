import * as z from 'zod';
import { operatorIdSchema } from '../auth/membership.ts';
import { operatorActorSchema } from '../history/actor.ts';
import { History } from '../history/history.ts';
import { type Happening, historyItemShape } from '../history/history-item.ts';
import type { Partition } from '../table/partition.ts';

/** An event of the history of a user's acceptance of the rules: it proves who accepted which version, when and where. */
const acceptanceEventSchema = z.object({
  ...historyItemShape,
  by: operatorActorSchema,
  kind: z.literal('accepted'),
  operatorId: operatorIdSchema,
  /** IP address, as seen by the edge. Personal data: never logged. */
  address: z.string().optional(),
});

type AcceptanceEvent = z.infer<typeof acceptanceEventSchema>;

/** What a user accepted. */
export type AcceptanceHappening = Happening<AcceptanceEvent>;

/** The history of a user's acceptance, in the user's partition. */
export function acceptanceHistory(partition: Partition): History<AcceptanceEvent> {
  return new History(partition, 'RULES/HISTORY#', acceptanceEventSchema);
}
