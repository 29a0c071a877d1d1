import { History } from '../history/history.ts';
import type { Partition } from '../table/partition.ts';
import { type ProductEvent, productEventSchema } from './product-record.ts';

/** The history of a service. */
export function productHistory(partition: Partition, productUlid: string): History<ProductEvent> {
  return new History(partition, `PRODUCT/HISTORY#${productUlid}#`, productEventSchema);
}
