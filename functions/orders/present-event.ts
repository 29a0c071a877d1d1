import { type OrderEvent, partsOf } from '../../shared/order/order-event.ts';
import { formatEntityId } from '../../shared/table/entity-id.ts';
import type { Language } from '../../shared/text.ts';
import { authorOf } from '../../shared/history/author.ts';
import type { CancellationRecord } from './cancellation.ts';
import type { CancellationResource, OrderEventResource } from './order-resource.ts';
import { orderHref } from './present-order.ts';

/** URL of a cancellation request. */
function cancellationHref(id: string): string {
  return `/tmf-api/productOrderingManagement/v4/cancelProductOrder/${id}`;
}

/** An event of an order. */
export function presentEvent(event: OrderEvent, language: Language): OrderEventResource {
  const { sequence, at, by, kind, state, reason, cancellation } = event;
  const { previousState, items, fields } = partsOf(event);
  return {
    '@type': 'CabinetProductOrderEvent',
    id: String(sequence),
    sequence,
    kind,
    date: at,
    side: by.side,
    author: authorOf(by, language),
    state: { from: previousState, to: state },
    ...(items.length === 0
      ? {}
      : { item: items.map(({ item, before, after }) => ({ id: item, from: before, to: after })) }),
    ...(fields.length === 0
      ? {}
      : {
          change: fields.map(({ item, field, before, after }) => ({
            itemId: item,
            attribute: field,
            from: before,
            to: after,
          })),
        }),
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
