import * as z from 'zod';
import type { Partition } from '../table/partition.ts';
import type { ItemKey } from '../table/table.ts';
import { applicationStates } from './application-state.ts';

/** One thing that happened to an application: a change of its state, or a look at one of its scans. */
export const applicationEventSchema = z.object({
  schemaVersion: z.literal(1),
  at: z.string(),
  /** Subject of a carrier's person; absent where the applicant did it. */
  by: z.string().optional(),
  kind: z.enum(['created', 'state', 'changed', 'scanAdded', 'scanRemoved', 'scanOpened', 'erased']),
  from: z.enum(applicationStates).optional(),
  to: z.enum(applicationStates).optional(),
  reason: z.string().optional(),
  scanId: z.string().optional(),
});

/** Where the `eventUlid`-th event of an application stands. */
export function applicationEventKey(partition: Partition, eventUlid: string): ItemKey {
  return { partition, sortKey: `HISTORY#${eventUlid}` };
}
