/** States of an order item in TMF622. */
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

/** States without further transitions. */
export const finalStates = ['completed', 'failed', 'cancelled', 'rejected'] as const;

/** States of an order: those of an item, and one for partial delivery. */
export const orderStates = [...itemStates, 'partial'] as const;
export type OrderState = (typeof orderStates)[number];

/** Whether a state of an order or an item is final. */
export function isFinal(state: OrderState): boolean {
  return state === 'partial' || finalStates.some((final) => final === state);
}
