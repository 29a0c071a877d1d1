import * as z from 'zod';
import { operatorSortKey } from '../auth/access.ts';
import type { Partition } from '../table/partition.ts';
import type { ItemKey } from '../table/table.ts';
import { operatorStatuses } from './operator-status.ts';

/** An agreement or a billing account by which the carrier's other systems know it. */
const referenceSchema = z.object({ id: z.string(), name: z.string().optional() });

/** An operator's own record, as it is stored under `OPERATOR` in its partition. */
export const operatorRecordSchema = z.object({
  schemaVersion: z.literal(1),
  /** Records that were made before they were counted are the first. */
  version: z.int().default(1),
  name: z.string(),
  taxpayerNumber: z.string().optional(),
  registrationReasonCode: z.string().optional(),
  registrationNumber: z.string().optional(),
  legalAddress: z.string().optional(),
  status: z.enum(operatorStatuses),
  /** Subject of the personal manager; none while nobody is assigned. */
  managerSub: z.string().optional(),
  agreements: z.array(referenceSchema).default([]),
  billingAccounts: z.array(referenceSchema).default([]),
  createdAt: z.string().optional(),
});

export type OperatorRecord = z.infer<typeof operatorRecordSchema>;

/** Where an operator's own record stands. */
export function operatorKey(partition: Partition): ItemKey {
  return { partition, sortKey: operatorSortKey };
}
