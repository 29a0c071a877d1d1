import type { Partition } from '../table/partition.ts';
import type { ItemKey } from '../table/table.ts';

/** Sort key of the operator's own record in its partition. */
export const operatorSortKey = 'OPERATOR';

/** Where an operator's own record stands. */
export function operatorKey(partition: Partition): ItemKey {
  return { partition, sortKey: operatorSortKey };
}
