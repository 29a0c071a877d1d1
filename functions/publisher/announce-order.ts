import type { DomainEvent } from '../../shared/events/domain-event.ts';
import { type OrderEvent, orderEventSchema } from '../../shared/order/order-event.ts';
import type { Child } from './child.ts';
import { createEvent } from './create-event.ts';

/** Events of an item of an order's history, about the order and about a request to cancel it. */
export function announceOrder(item: unknown, child: Child): readonly DomainEvent[] {
  const event = orderEventSchema.parse(item);
  return [...announceChange(event, child), ...announceCancellation(event, child)];
}

function announceChange({ at, by, state, items, changes }: OrderEvent, child: Child): readonly DomainEvent[] {
  const order = { type: 'productOrder', id: child.parentId } as const;
  const details = { eventTime: at, side: by.side, state: state.to };
  if (state.from === undefined) return [createEvent('ProductOrderCreateEvent', order, child, details)];

  const steps = items.map(({ itemId, from, to }) => ({
    itemId,
    state: to,
    ...(from === undefined ? {} : { previousState: from }),
  }));
  const changed = changes.map(({ itemId, attribute }) => ({
    ...(itemId === undefined ? {} : { itemId }),
    attribute,
  }));
  const isStateChange = state.from !== state.to;
  return [
    ...(isStateChange
      ? [
          createEvent('ProductOrderStateChangeEvent', order, child, {
            ...details,
            previousState: state.from,
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

function announceCancellation({ at, by, cancellation }: OrderEvent, child: Child): readonly DomainEvent[] {
  if (cancellation === undefined) return [];
  const { id, from, to } = cancellation;
  const request = { type: 'cancelProductOrder', id } as const;
  const details = { eventTime: at, side: by.side, state: to };
  if (from === undefined) return [createEvent('CancelProductOrderCreateEvent', request, child, details)];
  if (from === to) return [];
  return [
    createEvent('CancelProductOrderStateChangeEvent', request, child, { ...details, previousState: from }),
  ];
}
