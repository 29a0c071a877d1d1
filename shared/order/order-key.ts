import type { Partition } from '../table/partition.ts';
import type { ItemKey } from '../table/table.ts';

/** Key of an order. */
export function orderKey(partition: Partition, ulid: string): ItemKey {
  return { partition, sortKey: `ORDER#${ulid}` };
}
