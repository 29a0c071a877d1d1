import type { ItemState, OrderState } from '../../shared/order/order-state.ts';

/** Who can bring about a transition; a request for cancellation does what no transition asks for. */
export const actors = ['operator', 'manager', 'cancellationRequest'] as const;
export type Actor = (typeof actors)[number];

/** One arrow of the diagram in docs/orders.md, which is generated from these. */
export interface Transition {
  readonly from: ItemState;
  readonly to: ItemState;
  readonly by: readonly Actor[];
  readonly reason: 'required' | 'optional';
  /** Leads only to the state that cancellation was asked for in. */
  readonly onlyBack?: true;
}

/** Every transition of an order's item. Checks, refusals, documentation and tests are made of this table. */
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

/** What of an item decides where it can go. */
interface Position {
  readonly state: ItemState;
  /** State that cancellation was asked for in. */
  readonly stateBefore?: ItemState | undefined;
}

/** Transitions that somebody can bring about from where an item is. */
export function transitionsFrom({ state, stateBefore }: Position, actor: Actor): readonly Transition[] {
  return transitions.filter(
    ({ from, to, by, onlyBack }) =>
      from === state && by.includes(actor) && (onlyBack === undefined || to === stateBefore),
  );
}

/** Of an order that is open, the first of these that one of its items is in. */
export const precedence = [
  'assessingCancellation',
  'pendingCancellation',
  'held',
  'pending',
  'inProgress',
  'acknowledged',
] as const satisfies readonly ItemState[];

/** State of an order, from the states of its items. */
export function orderStateOf(states: readonly ItemState[]): OrderState {
  const open = precedence.find((state) => states.includes(state));
  if (open !== undefined) return open;
  const [first = 'cancelled'] = states;
  if (states.every((state) => state === first)) return first;
  if (states.includes('completed')) return 'partial';
  return states.includes('failed') ? 'failed' : 'cancelled';
}

/** States of a request for cancellation (TMF622 `TaskStateType`). */
export const cancellationStates = ['acknowledged', 'inProgress', 'done', 'terminatedWithError'] as const;
export type CancellationState = (typeof cancellationStates)[number];

/**
 * State of a request for cancellation, from the states of the items that it was made for: undecided, decided in
 * part or being carried out, cancelled altogether, or refused at least in part.
 */
export function cancellationStateOf(states: readonly ItemState[]): CancellationState {
  if (states.every((state) => state === 'assessingCancellation')) return 'acknowledged';
  if (states.includes('assessingCancellation') || states.includes('pendingCancellation')) return 'inProgress';
  return states.every((state) => state === 'cancelled') ? 'done' : 'terminatedWithError';
}
