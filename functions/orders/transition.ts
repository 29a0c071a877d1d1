import type { Side } from '../../shared/auth/scope.ts';
import type { FieldChange } from '../../shared/history/field-change.ts';
import { withNextEvent } from '../../shared/history/history-item.ts';
import { type OrderHappening, stateChange } from '../../shared/order/order-event.ts';
import { formatEntityId } from '../../shared/table/entity-id.ts';
import type { Ids } from '../../shared/table/ids.ts';
import { advance } from './advance.ts';
import { type CancellationStep, followCancellation } from './cancellation.ts';
import { checkTransition } from './check-transition.ts';
import { withItems } from './order-progress.ts';
import { type OrderRecord, type WorkItem } from './order-record.ts';
import type { TransitionRequest } from './order-request.ts';
import { effectOf, type ProductEffect, withEffect, withProduct } from './product-effects.ts';

/** Everything that is written when an order changes. */
export interface ChangedOrder {
  readonly order: OrderRecord;
  readonly event: OrderHappening;
  readonly effects: readonly ProductEffect[];
  readonly cancellation?: CancellationStep | undefined;
}

interface Asking {
  readonly order: OrderRecord;
  readonly request: TransitionRequest;
  /** Side of the caller. */
  readonly side: Side;
  readonly now: Date;
  readonly ids: Ids;
}

/**
 * Moves items of an order to another state, or changes their promised date, with all consequences for the state of the
 * order, its services and its cancellation request.
 *
 * @throws CabinetError see {@link checkTransition}
 */
export function moveItems({ order, request, side, now, ids }: Asking): ChangedOrder {
  const actor = side === 'carrier' ? 'manager' : 'operator';
  const moving = checkTransition(order, request, actor, now);
  const promise =
    request.expectedCompletionDate === undefined
      ? undefined
      : new Date(request.expectedCompletionDate).toISOString();
  const steps = moving.map((before) => {
    const advanced = advance(before, request.state, { order, now, promise });
    const after = advanced.progress.acceptedAt === undefined ? advanced : withProduct(advanced, ids);
    return withEffect({
      before,
      after,
      effect: effectOf({ order, before, after, now, reason: request.reason }),
    });
  });
  const items = order.items.map((item) => steps.find(({ before }) => before === item)?.after ?? item);
  const moved = withItems(withNextEvent({ ...order, version: order.version + 1 }), items, now);
  const followed = followCancellation(moved, now);
  return {
    order: followed.order,
    event: {
      kind: 'transition',
      state: moved.state,
      change: [
        ...stateChange(order.state, moved.state),
        ...steps.flatMap(stateStep),
        ...steps.flatMap(promiseStep),
      ],
      reason: request.reason,
      cancellation: followed.step && {
        id: formatEntityId({ operatorId: order.operatorId, ulid: followed.step.ulid }),
        from: followed.step.from,
        to: followed.step.to,
      },
    },
    effects: steps.flatMap(({ effect }) => effect ?? []),
    cancellation: followed.step,
  };
}

interface Step {
  readonly before: WorkItem;
  readonly after: WorkItem;
}

function stateStep({ before, after }: Step): FieldChange[] {
  const changes = stateChange(before.progress.state, after.progress.state);
  return changes.map((change) => ({ item: after.id, ...change }));
}

/** A new or changed promised date. A date that was planned before acceptance is not a promise. */
function promiseStep({ before, after }: Step): FieldChange[] {
  const { acceptedAt, target } = after.progress;
  const from = before.progress.acceptedAt === undefined ? undefined : before.progress.target;
  if (acceptedAt === undefined || from === target) return [];
  return [{ item: after.id, field: 'expectedCompletionDate', before: from, after: target }];
}
