import { addWorkingDays } from '../../shared/time/working-days.ts';
import { isFinal, type ItemState, type OrderState } from '../../shared/order/order-state.ts';

/** Working days within which the next action is due. */
export const workingDays = {
  /** The carrier accepts or rejects what was ordered. */
  acceptance: 1,
  /** The operator answers a question. */
  answer: 5,
  /** The carrier decides about a request for cancellation. */
  cancellationDecision: 1,
  /** The carrier carries out a cancellation that it has approved. */
  cancellation: 5,
  /** The carrier disconnects a service, counted from acceptance. For a connection, the offering has the number. */
  disconnection: 5,
} as const;

/** Who has to act next; undefined if everything is final. */
export function waitingForOf(state: OrderState): 'operator' | 'carrier' | undefined {
  if (isFinal(state)) return undefined;
  return state === 'pending' ? 'operator' : 'carrier';
}

/** When an order that was submitted at this time has to be accepted or rejected. */
export function acceptanceDueOf(orderDate: string): string {
  return addWorkingDays(new Date(orderDate), workingDays.acceptance).toISOString();
}

/**
 * When a service is to be delivered: this number of working days after acceptance, or on the requested day if that is
 * later.
 */
export function deliveryTargetOf(
  acceptedAt: string,
  deliveryWorkingDays: number,
  requestedCompletionDate: string | undefined,
): string {
  const earliest = addWorkingDays(new Date(acceptedAt), deliveryWorkingDays);
  const wished = requestedCompletionDate === undefined ? earliest : new Date(requestedCompletionDate);
  return (wished > earliest ? wished : earliest).toISOString();
}

/** When a cancellation request that is made now has to be decided. */
export function decisionDueOf(now: Date): string {
  return addWorkingDays(now, workingDays.cancellationDecision).toISOString();
}

/**
 * When the next action is due for an item that enters a state now.
 *
 * @returns undefined if the state is final
 */
export function dueDateOf(
  state: ItemState,
  { now, orderDate, target }: { readonly now: Date; readonly orderDate: string; readonly target: string },
): string | undefined {
  const within = (count: number) => addWorkingDays(now, count).toISOString();
  switch (state) {
    case 'acknowledged':
      return acceptanceDueOf(orderDate);
    case 'inProgress':
    case 'held':
      return target;
    case 'pending':
      return within(workingDays.answer);
    case 'assessingCancellation':
      return decisionDueOf(now);
    case 'pendingCancellation':
      return within(workingDays.cancellation);
    case 'completed':
    case 'failed':
    case 'cancelled':
    case 'rejected':
      return undefined;
  }
}
