import type { OrderItem } from '../../entities/order/order-queries.ts';

type State = NonNullable<OrderItem['state']>;

/** Names of steps by their target state; the API says which steps are possible. */
const labels = {
  inProgress: 'resume',
  rejected: 'reject',
  pending: 'ask',
  held: 'hold',
  completed: 'complete',
  failed: 'fail',
  pendingCancellation: 'confirmCancellation',
  cancelled: 'cancel',
} as const;

export type StepLabel = (typeof labels)[keyof typeof labels] | 'accept' | 'answer' | 'refuseCancellation';

/** Name of the step from one state to another. */
export function labelOfStep(from: State, to: State, actor: 'operator' | 'manager'): StepLabel {
  if (from === 'assessingCancellation' && to !== 'pendingCancellation') return 'refuseCancellation';
  if (from === 'acknowledged' && to === 'inProgress') return 'accept';
  if (from === 'pending' && actor === 'operator') return 'answer';
  const [, label] = Object.entries(labels).find(([state]) => state === to) ?? [];
  return label ?? 'resume';
}

/** Steps that end the work without delivery. */
export function isDestructive(to: State): boolean {
  return to === 'rejected' || to === 'failed' || to === 'cancelled';
}
