import { waitingForOf } from './clock.ts';
import { isWork, openItemsOf, type OrderItem, type OrderRecord } from './order-record.ts';
import { orderStateOf } from './state-machine.ts';

/** Replaces the items of an order, and derives its state and its final dates from theirs. */
export function withItems(order: OrderRecord, items: readonly OrderItem[], now: Date): OrderRecord {
  const state = orderStateOf(items.filter(isWork).map(({ progress }) => progress.state));
  const isDelivered = state === 'completed' || state === 'partial';
  return {
    ...order,
    items: [...items],
    state,
    ...(isDelivered ? { completionDate: now.toISOString() } : {}),
    ...(state === 'cancelled' ? { cancellationDate: now.toISOString() } : {}),
  };
}

/** When the last open item is to be delivered; for a final order, when the last item was delivered. */
export function targetOf(order: OrderRecord): string | undefined {
  const open = openItemsOf(order);
  const items =
    open.length > 0
      ? open
      : order.items.filter(isWork).filter(({ progress }) => progress.state === 'completed');
  return latest(items.map(({ progress }) => progress.target));
}

/** The date that the carrier promised; undefined until it has accepted every open item. */
export function promisedDateOf(order: OrderRecord): string | undefined {
  const isAccepted = openItemsOf(order).every(({ progress }) => progress.acceptedAt !== undefined);
  return isAccepted ? targetOf(order) : undefined;
}

/** When the next action is due; undefined if everything is final. */
export function dueDateOfOrder(order: OrderRecord): string | undefined {
  const waitingFor = waitingForOf(order.state);
  const [first] = openItemsOf(order)
    .filter(({ progress }) => waitingForOf(progress.state) === waitingFor)
    .flatMap(({ progress }) => progress.dueDate ?? [])
    .toSorted();
  return first;
}

/** Whether the next action is overdue. */
export function isOverdue(dueDate: string | undefined, now: Date): boolean {
  return dueDate !== undefined && new Date(dueDate) < now;
}

/** The latest of several timestamps of the same format. */
export function latest(moments: readonly string[]): string | undefined {
  return moments.toSorted().at(-1);
}
