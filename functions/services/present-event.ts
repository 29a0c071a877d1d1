import type { HistoryEntry } from '../../shared/history/history.ts';
import type { ProductEvent } from '../../shared/product/product-record.ts';
import type { ProductEventResource } from './product-resource.ts';
import { presentOrderItem } from './present-order-item.ts';

/** An event of a service. */
export function presentEvent({ id, event }: HistoryEntry<ProductEvent>): ProductEventResource {
  const { at, by, kind, from, to, reason, orderItem } = event;
  return {
    '@type': 'CabinetProductEvent',
    id,
    at,
    side: by.side,
    kind,
    ...(from === undefined ? {} : { from }),
    to,
    ...(reason === undefined ? {} : { reason }),
    ...(orderItem === undefined ? {} : { orderItem: presentOrderItem(orderItem) }),
  };
}
