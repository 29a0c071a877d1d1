/** States of an order's item, as TMF622 names them. */
export const itemStates = [
  'acknowledged',
  'inProgress',
  'pending',
  'held',
  'assessingCancellation',
  'pendingCancellation',
  'completed',
  'failed',
  'cancelled',
  'rejected',
] as const;
export type ItemState = (typeof itemStates)[number];

/** States that nothing leads out of. */
export const finalStates = ['completed', 'failed', 'cancelled', 'rejected'] as const;

/** States of an order: an item's, and one for an order that was delivered in part. */
export const orderStates = [...itemStates, 'partial'] as const;
export type OrderState = (typeof orderStates)[number];

/** Whether nothing more will happen to an item, or to an order, in this state. */
export function isFinal(state: OrderState): boolean {
  return state === 'partial' || finalStates.some((final) => final === state);
}
