import type { SignedInActor } from '../../shared/history/actor.ts';
import type { OrderEvent } from '../../shared/order/order-event.ts';
import { formatEntityId } from '../../shared/table/entity-id.ts';
import type { Ids } from '../../shared/table/ids.ts';
import { advance } from './advance.ts';
import { type CancellationStep, followCancellation } from './cancellation.ts';
import { checkTransition } from './check-transition.ts';
import { withItems } from './order-progress.ts';
import { type OrderRecord, type WorkItem } from './order-record.ts';
import type { TransitionRequest } from './order-request.ts';
import { effectOf, type ProductEffect, withProduct } from './product-effects.ts';

/** Everything that is written when an order changes. */
export interface ChangedOrder {
  readonly order: OrderRecord;
  readonly event: OrderEvent;
  readonly effects: readonly ProductEffect[];
  readonly cancellation?: CancellationStep | undefined;
}

interface Asking {
  readonly order: OrderRecord;
  readonly request: TransitionRequest;
  readonly by: SignedInActor;
  readonly now: Date;
  readonly ids: Ids;
}

/**
 * Moves items of an order to another state, or changes their promised date, with all consequences for the state of the
 * order, its services and its cancellation request.
 *
 * @throws CabinetError see {@link checkTransition}
 */
export function moveItems({ order, request, by, now, ids }: Asking): ChangedOrder {
  const actor = by.side === 'carrier' ? 'manager' : 'operator';
  const moving = checkTransition(order, request, actor, now);
  const promise =
    request.expectedCompletionDate === undefined
      ? undefined
      : new Date(request.expectedCompletionDate).toISOString();
  const steps = moving.map((before) => {
    const after = advance(before, request.state, { order, now, promise });
    return { before, after: after.progress.acceptedAt === undefined ? after : withProduct(after, ids) };
  });
  const items = order.items.map((item) => steps.find(({ before }) => before === item)?.after ?? item);
  const moved = withItems({ ...order, version: order.version + 1 }, items, now);
  const followed = followCancellation(moved, now);
  const { reason } = request;
  return {
    order: followed.order,
    event: {
      schemaVersion: 1,
      at: now.toISOString(),
      by,
      state: { from: order.state, to: moved.state },
      items: steps.flatMap(stateStep),
      changes: steps.flatMap(promiseStep),
      reason,
      cancellation: followed.step && {
        id: formatEntityId({ operatorId: order.operatorId, ulid: followed.step.ulid }),
        from: followed.step.from,
        to: followed.step.to,
      },
    },
    effects: steps.flatMap((step) => effectOf({ order, ...step, now, by, reason }) ?? []),
    cancellation: followed.step,
  };
}

interface Step {
  readonly before: WorkItem;
  readonly after: WorkItem;
}

function stateStep({ before, after }: Step): OrderEvent['items'] {
  const { state: from } = before.progress;
  const { state: to } = after.progress;
  return from === to ? [] : [{ itemId: after.id, from, to }];
}

/** A promise that is given or changed. A date that was planned before acceptance is not a promise. */
function promiseStep({ before, after }: Step): OrderEvent['changes'] {
  const { acceptedAt, target } = after.progress;
  const from = before.progress.acceptedAt === undefined ? undefined : before.progress.target;
  if (acceptedAt === undefined || from === target) return [];
  return [{ itemId: after.id, attribute: 'expectedCompletionDate', from, to: target }];
}
