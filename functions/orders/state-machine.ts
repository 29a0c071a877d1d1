import type { ItemState, OrderState } from '../../shared/order/order-state.ts';

/** Who can trigger a transition; some are only triggered by a cancellation request. */
export const actors = ['operator', 'manager', 'cancellationRequest'] as const;
export type Actor = (typeof actors)[number];

/** One arrow of the diagram in docs/orders.md, which is generated from this table. */
export interface Transition {
  readonly from: ItemState;
  readonly to: ItemState;
  readonly by: readonly Actor[];
  readonly reason: 'required' | 'optional';
  /** Leads only to the state in which the cancellation was requested. */
  readonly onlyBack?: true;
}

/** Every transition of an order item. Checks, errors, documentation and tests derive from this table. */
export const transitions: readonly Transition[] = [
  { from: 'acknowledged', to: 'inProgress', by: ['manager'], reason: 'optional' },
  { from: 'acknowledged', to: 'rejected', by: ['manager'], reason: 'required' },
  { from: 'inProgress', to: 'pending', by: ['manager'], reason: 'required' },
  { from: 'inProgress', to: 'held', by: ['manager'], reason: 'required' },
  { from: 'inProgress', to: 'completed', by: ['manager'], reason: 'optional' },
  { from: 'inProgress', to: 'failed', by: ['manager'], reason: 'required' },
  { from: 'pending', to: 'inProgress', by: ['operator', 'manager'], reason: 'optional' },
  { from: 'pending', to: 'held', by: ['manager'], reason: 'required' },
  { from: 'held', to: 'inProgress', by: ['manager'], reason: 'optional' },
  { from: 'held', to: 'pending', by: ['manager'], reason: 'required' },
  { from: 'acknowledged', to: 'assessingCancellation', by: ['cancellationRequest'], reason: 'optional' },
  { from: 'inProgress', to: 'assessingCancellation', by: ['cancellationRequest'], reason: 'optional' },
  { from: 'pending', to: 'assessingCancellation', by: ['cancellationRequest'], reason: 'optional' },
  { from: 'held', to: 'assessingCancellation', by: ['cancellationRequest'], reason: 'optional' },
  { from: 'assessingCancellation', to: 'acknowledged', by: ['manager'], reason: 'required', onlyBack: true },
  { from: 'assessingCancellation', to: 'inProgress', by: ['manager'], reason: 'required', onlyBack: true },
  { from: 'assessingCancellation', to: 'pending', by: ['manager'], reason: 'required', onlyBack: true },
  { from: 'assessingCancellation', to: 'held', by: ['manager'], reason: 'required', onlyBack: true },
  { from: 'assessingCancellation', to: 'pendingCancellation', by: ['manager'], reason: 'optional' },
  { from: 'pendingCancellation', to: 'cancelled', by: ['manager'], reason: 'required' },
];

/** The part of an item that decides which transitions it can make. */
interface Position {
  readonly state: ItemState;
  /** State in which the cancellation was requested. */
  readonly stateBefore?: ItemState | undefined;
}

/** Transitions that a side can trigger from the current state of an item. */
export function transitionsFrom({ state, stateBefore }: Position, actor: Actor): readonly Transition[] {
  return transitions.filter(
    ({ from, to, by, onlyBack }) =>
      from === state && by.includes(actor) && (onlyBack === undefined || to === stateBefore),
  );
}

/** States of an open order, by precedence: the first one that any of its items is in. */
export const precedence = [
  'assessingCancellation',
  'pendingCancellation',
  'held',
  'pending',
  'inProgress',
  'acknowledged',
] as const satisfies readonly ItemState[];

/** Derives the state of an order from the states of its items. */
export function orderStateOf(states: readonly ItemState[]): OrderState {
  const open = precedence.find((state) => states.includes(state));
  if (open !== undefined) return open;
  const [first = 'cancelled'] = states;
  if (states.every((state) => state === first)) return first;
  if (states.includes('completed')) return 'partial';
  return states.includes('failed') ? 'failed' : 'cancelled';
}

/** States of a cancellation request (TMF622 `TaskStateType`). */
export const cancellationStates = ['acknowledged', 'inProgress', 'done', 'terminatedWithError'] as const;
export type CancellationState = (typeof cancellationStates)[number];

/**
 * Derives the state of a cancellation request from the states of its items: undecided, partly decided or being carried
 * out, all cancelled, or at least partly refused.
 */
export function cancellationStateOf(states: readonly ItemState[]): CancellationState {
  if (states.every((state) => state === 'assessingCancellation')) return 'acknowledged';
  if (states.includes('assessingCancellation') || states.includes('pendingCancellation')) return 'inProgress';
  return states.every((state) => state === 'cancelled') ? 'done' : 'terminatedWithError';
}
