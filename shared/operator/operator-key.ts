import type { Partition } from '../table/partition.ts';
import type { ItemKey } from '../table/table.ts';

/** Sort key of the operator's own record in its partition. */
export const operatorSortKey = 'OPERATOR';

/** Key of an operator's own record. */
export function operatorKey(partition: Partition): ItemKey {
  return { partition, sortKey: operatorSortKey };
}
