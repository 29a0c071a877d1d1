import type { ProductEvent } from '../../shared/product/product-history.ts';
import { presentOrderItem } from './present-order-item.ts';
import type { ProductEventResource } from './product-resource.ts';

/** An event of a service. */
export function presentEvent(event: ProductEvent): ProductEventResource {
  const { sequence, at, by, kind, change, reason, orderItem } = event;
  const from = valuesOf(event, 'before');
  return {
    '@type': 'CabinetProductEvent',
    id: String(sequence),
    sequence,
    at,
    side: by.side,
    kind,
    ...(from === undefined ? {} : { from }),
    to: valuesOf(event, 'after') ?? '',
    change: change.map(({ field, before, after }) => ({ field, before, after })),
    ...(reason === undefined ? {} : { reason }),
    ...(orderItem === undefined ? {} : { orderItem: presentOrderItem(orderItem) }),
  };
}

/** The status, or the changed values in one line: `bandwidth=200, vlan=5`. */
function valuesOf({ kind, change }: ProductEvent, moment: 'before' | 'after'): string | undefined {
  if (kind === 'status') return change[0]?.[moment];
  return change
    .map((one) => `${one.field.replace('productCharacteristic.', '')}=${one[moment] ?? ''}`)
    .join(', ');
}
