import { addWorkingDays } from '../../shared/time/working-days.ts';
import { isFinal, type ItemState, type OrderState } from '../../shared/order/order-state.ts';

/** Working days within which something is owed, from when it became so. */
export const workingDays = {
  /** The carrier accepts or rejects what was ordered. */
  acceptance: 1,
  /** The operator answers what it was asked. */
  answer: 5,
  /** The carrier decides about a request for cancellation. */
  cancellationDecision: 1,
  /** The carrier carries out a cancellation that it agreed to. */
  cancellation: 5,
  /** The carrier disconnects a service, from acceptance. What it promises for connecting, the offering says. */
  disconnection: 5,
} as const;

/** Who has to act next; nobody, where everything is final. */
export function waitingForOf(state: OrderState): 'operator' | 'carrier' | undefined {
  if (isFinal(state)) return undefined;
  return state === 'pending' ? 'operator' : 'carrier';
}

/** Moment by which an order that was submitted then has to be accepted or rejected. */
export function acceptanceDueOf(orderDate: string): string {
  return addWorkingDays(new Date(orderDate), workingDays.acceptance).toISOString();
}

/**
 * Moment by which a service is to be delivered: so many working days after acceptance, or as late as was asked for.
 * A wish for an earlier day than that changes nothing.
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

/** Moment by which a request for cancellation that is made now has to be decided. */
export function decisionDueOf(now: Date): string {
  return addWorkingDays(now, workingDays.cancellationDecision).toISOString();
}

/**
 * Moment by which whoever is waited for owes the next thing, for an item that enters a state now.
 *
 * @returns undefined where the state is final
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
