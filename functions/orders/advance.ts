import { deliveryTargetOf, dueDateOf } from './clock.ts';
import { orderDateOf, type OrderRecord, type WorkItem } from './order-record.ts';
import { isFinal, type ItemState } from '../../shared/order/order-state.ts';

interface Advance {
  readonly order: OrderRecord;
  readonly now: Date;
  /** When the carrier promises to deliver, where the request contains it. */
  readonly promise?: string | undefined;
}

/** Moves an item to another state, or gives it another promised date. The transition has been checked before. */
export function advance(item: WorkItem, to: ItemState, { order, now, promise }: Advance): WorkItem {
  const { progress } = item;
  const at = now.toISOString();
  const isAcceptance = to === 'inProgress' && progress.acceptedAt === undefined;
  const target = promise ?? (isAcceptance ? earliestPromise(item, order, now) : progress.target);
  // A new promised date does not give the operator more time for its answer.
  const keepsDueDate = to === 'pending' && progress.state === 'pending';
  return {
    ...item,
    progress: {
      state: to,
      stateBefore: to === 'assessingCancellation' ? progress.state : undefined,
      acceptedAt: isAcceptance ? at : progress.acceptedAt,
      endedAt: isFinal(to) ? at : undefined,
      target,
      dueDate: keepsDueDate
        ? progress.dueDate
        : dueDateOf(to, { now, orderDate: orderDateOf(order), target }),
    },
  };
}

/** The delivery date that the offering gives an item that is accepted now. */
export function earliestPromise(item: WorkItem, order: OrderRecord, now: Date): string {
  return deliveryTargetOf(now.toISOString(), item.deliveryWorkingDays, order.requestedCompletionDate);
}
