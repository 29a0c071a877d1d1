import type { Partition } from '../table/partition.ts';
import type { StoredItem } from '../table/item.ts';
import type { ItemKey } from '../table/table.ts';

/**
 * Key of a claim, which reserves an operator's id while an approval creates the group and the accounts. The operator's
 * record is written at the end. Every other registration checks that there is no claim.
 */
export function operatorClaimKey(partition: Partition): ItemKey {
  return { partition, sortKey: 'CLAIM' };
}

/** Item of a claim, with the application that it belongs to. */
export function operatorClaimItem(applicationId: string): StoredItem {
  return { schemaVersion: 1, applicationId };
}
