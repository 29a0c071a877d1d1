import { waitingForOf } from './clock.ts';
import { isWork, openItemsOf, type OrderItem, type OrderRecord } from './order-record.ts';
import { orderStateOf } from './state-machine.ts';

/** The order with other items: its state, and the dates that come with a final one, follow from theirs. */
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

/** When the last of what is still to come is to be delivered; of a final order, of what came. */
export function targetOf(order: OrderRecord): string | undefined {
  const open = openItemsOf(order);
  const items =
    open.length > 0
      ? open
      : order.items.filter(isWork).filter(({ progress }) => progress.state === 'completed');
  return latest(items.map(({ progress }) => progress.target));
}

/** The date that the carrier promised: there is none while it has not accepted all of what is still to come. */
export function promisedDateOf(order: OrderRecord): string | undefined {
  const isAccepted = openItemsOf(order).every(({ progress }) => progress.acceptedAt !== undefined);
  return isAccepted ? targetOf(order) : undefined;
}

/** When whoever is waited for owes the next thing; absent where everything is final. */
export function dueDateOfOrder(order: OrderRecord): string | undefined {
  const waitingFor = waitingForOf(order.state);
  const [first] = openItemsOf(order)
    .filter(({ progress }) => waitingForOf(progress.state) === waitingFor)
    .flatMap(({ progress }) => progress.dueDate ?? [])
    .toSorted();
  return first;
}

/** Whether whoever is waited for is late. */
export function isOverdue(dueDate: string | undefined, now: Date): boolean {
  return dueDate !== undefined && new Date(dueDate) < now;
}

/** The latest of moments that are written alike. */
export function latest(moments: readonly string[]): string | undefined {
  return moments.toSorted().at(-1);
}
