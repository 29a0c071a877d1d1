import { operatorSortKey } from '../../shared/auth/access.ts';
import type { Partition } from '../../shared/table/partition.ts';
import type { ItemKey } from '../../shared/table/table.ts';

/** Where an operator's own record stands. */
export function operatorKey(partition: Partition): ItemKey {
  return { partition, sortKey: operatorSortKey };
}
