import { History } from '../history/history.ts';
import type { Partition } from '../table/partition.ts';
import { type OrderEvent, orderEventSchema } from './order-event.ts';

/** The history of an order. */
export function orderHistory(partition: Partition, orderUlid: string): History<OrderEvent> {
  return new History(partition, `ORDER/HISTORY#${orderUlid}#`, orderEventSchema);
}
