import type { DomainEvent } from '../../shared/events/domain-event.ts';
import { type OrderEvent, orderEventSchema, partsOf } from '../../shared/order/order-event.ts';
import type { Child } from './child.ts';
import { createEvent } from './create-event.ts';

/** Events of an item of an order's history, about the order and about a request to cancel it. */
export function announceOrder(item: unknown, child: Child): readonly DomainEvent[] {
  const event = orderEventSchema.parse(item);
  return [...announceChange(event, child), ...announceCancellation(event, child)];
}

function announceChange(event: OrderEvent, child: Child): readonly DomainEvent[] {
  const { sequence, at, by, kind, state } = event;
  const { previousState, items, fields } = partsOf(event);
  const order = { type: 'productOrder', id: child.parentId } as const;
  const details = { sequence, eventTime: at, side: by.side, state };
  if (kind === 'created') return [createEvent('ProductOrderCreateEvent', order, child, details)];

  const steps = items.map(({ item, before, after }) => ({
    itemId: item,
    state: after,
    ...(before === undefined ? {} : { previousState: before }),
  }));
  const changed = fields.map(({ item, field }) => ({
    ...(item === undefined ? {} : { itemId: item }),
    attribute: field,
  }));
  const isStateChange = previousState !== state;
  return [
    ...(isStateChange
      ? [
          createEvent('ProductOrderStateChangeEvent', order, child, {
            ...details,
            previousState,
            items: steps,
          }),
        ]
      : []),
    // An item can change its state while the state of the order stays the same.
    ...(changed.length > 0 || (!isStateChange && steps.length > 0)
      ? [
          createEvent('ProductOrderAttributeValueChangeEvent', order, child, {
            ...details,
            items: steps,
            changed,
          }),
        ]
      : []),
  ];
}

function announceCancellation(
  { sequence, at, by, cancellation }: OrderEvent,
  child: Child,
): readonly DomainEvent[] {
  if (cancellation === undefined) return [];
  const { id, from, to } = cancellation;
  const request = { type: 'cancelProductOrder', id } as const;
  const details = { sequence, eventTime: at, side: by.side, state: to };
  if (from === undefined) return [createEvent('CancelProductOrderCreateEvent', request, child, details)];
  if (from === to) return [];
  return [
    createEvent('CancelProductOrderStateChangeEvent', request, child, { ...details, previousState: from }),
  ];
}
