import * as z from 'zod';
import type { Partition } from '../table/partition.ts';
import type { ItemKey } from '../table/table.ts';

/**
 * An operator's id that is spoken for: an approval has begun to make its group and its accounts, and writes the
 * operator's record at the end. Whoever registers an operator in another way checks that there is no claim.
 */
export const operatorClaimSchema = z.object({
  schemaVersion: z.literal(1),
  applicationId: z.string(),
});

/** Where the claim stands: in the operator's partition, beside the record to come. */
export function operatorClaimKey(partition: Partition): ItemKey {
  return { partition, sortKey: 'CLAIM' };
}
