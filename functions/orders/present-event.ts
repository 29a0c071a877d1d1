import type { HistoryEntry } from '../../shared/history/history.ts';
import type { OrderEvent } from '../../shared/order/order-event.ts';
import { formatEntityId } from '../../shared/table/entity-id.ts';
import type { Language } from '../../shared/text.ts';
import { authorOf } from '../../shared/order/actor.ts';
import type { CancellationRecord } from './cancellation.ts';
import type { CancellationResource, OrderEventResource } from './order-resource.ts';
import { orderHref } from './present-order.ts';

/** URL of a cancellation request. */
function cancellationHref(id: string): string {
  return `/tmf-api/productOrderingManagement/v4/cancelProductOrder/${id}`;
}

/** An event of an order. */
export function presentEvent(
  { id, event }: HistoryEntry<OrderEvent>,
  language: Language,
): OrderEventResource {
  const { at, by, state, items, changes, reason, cancellation } = event;
  return {
    '@type': 'CabinetProductOrderEvent',
    id,
    date: at,
    side: by.side,
    author: authorOf(by, language),
    state,
    ...(items.length === 0 ? {} : { item: items.map(({ itemId, from, to }) => ({ id: itemId, from, to })) }),
    ...(changes.length === 0 ? {} : { change: changes }),
    reason,
    cancelProductOrder: cancellation && { ...cancellation, href: cancellationHref(cancellation.id) },
  };
}

/** A cancellation request as a TMF622 resource. */
export function presentCancellation(cancellation: CancellationRecord): CancellationResource {
  const { operatorId, orderUlid, state, reason, requestedDate, effectiveDate } = cancellation;
  const id = formatEntityId(cancellation);
  const orderId = formatEntityId({ operatorId, ulid: orderUlid });
  return {
    id,
    href: cancellationHref(id),
    '@type': 'CancelProductOrder',
    state,
    productOrder: { id: orderId, href: orderHref(orderId), '@referredType': 'ProductOrder' },
    cancellationReason: reason,
    requestedCancellationDate: requestedDate,
    effectiveCancellationDate: effectiveDate,
  };
}
