import type { Partition } from '../table/partition.ts';
import type { ItemKey, StoredItem } from '../table/table.ts';

/**
 * Where an operator's id is spoken for, beside the record to come: an approval has begun to make its group and its
 * accounts, and writes the operator's record at the end. Whoever registers an operator in another way checks that there
 * is no claim.
 */
export function operatorClaimKey(partition: Partition): ItemKey {
  return { partition, sortKey: 'CLAIM' };
}

/** Item of a claim: whose it is. */
export function operatorClaimItem(applicationId: string): StoredItem {
  return { schemaVersion: 1, applicationId };
}
