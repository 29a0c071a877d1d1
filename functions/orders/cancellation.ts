import * as z from 'zod';
import { CabinetError } from '../../shared/errors.ts';
import { type SignedInActor, signedInActorSchema } from '../../shared/history/actor.ts';
import { withNextEvent } from '../../shared/history/history-item.ts';
import { type OrderHappening, stateChange } from '../../shared/order/order-event.ts';
import { formatEntityId } from '../../shared/table/entity-id.ts';
import type { Partition } from '../../shared/table/partition.ts';
import type { ItemKey } from '../../shared/table/table.ts';
import { advance } from './advance.ts';
import { forbidden } from './check-transition.ts';
import { decisionDueOf } from './clock.ts';
import { withItems } from './order-progress.ts';
import { isWork, openItemsOf, type OrderRecord } from './order-record.ts';
import type { CancellationRequest } from './order-request.ts';
import {
  cancellationStateOf,
  cancellationStates,
  type CancellationState,
  transitionsFrom,
} from './state-machine.ts';

/** A cancellation request (TMF622 `CancelProductOrder`), as it is stored. */
export const cancellationRecordSchema = z.object({
  schemaVersion: z.literal(1),
  version: z.int(),
  operatorId: z.string(),
  ulid: z.string(),
  orderUlid: z.string(),
  managerSub: z.string().optional(),
  by: signedInActorSchema,
  state: z.enum(cancellationStates),
  reason: z.string().optional(),
  requestedDate: z.string().optional(),
  /** When the last of its items was cancelled. */
  effectiveDate: z.string().optional(),
  /** When the carrier's decision is due. */
  dueDate: z.string(),
});
export type CancellationRecord = z.infer<typeof cancellationRecordSchema>;

/** Key of a cancellation request. */
export function cancellationKey(partition: Partition, ulid: string): ItemKey {
  return { partition, sortKey: `CANCELLATION#${ulid}` };
}

/** How a transition of the order changes its cancellation request. */
export interface CancellationStep {
  readonly ulid: string;
  readonly from: CancellationState;
  readonly to: CancellationState;
  readonly effectiveDate: string | undefined;
}

/** Everything that is written when a cancellation is requested. */
export interface RequestedCancellation {
  readonly order: OrderRecord;
  readonly event: OrderHappening;
  readonly cancellation: CancellationRecord;
}

interface Asking {
  readonly order: OrderRecord;
  readonly request: CancellationRequest;
  readonly ulid: string;
  readonly by: SignedInActor;
  readonly now: Date;
}

/**
 * Requests the cancellation of every open item of an order.
 *
 * @throws CabinetError `transitionForbidden` if the order is final, or being cancelled already
 */
export function requestCancellation({ order, request, ulid, by, now }: Asking): RequestedCancellation {
  const open = openItemsOf(order);
  const to = 'assessingCancellation';
  const cannot = open.some(
    ({ progress }) =>
      !transitionsFrom(progress, 'cancellationRequest').some((transition) => transition.to === to),
  );
  if (open.length === 0) throw forbidden(open, { state: to }, 'cancellationRequest');
  if (cannot || order.cancellation !== undefined) {
    throw new CabinetError('transitionForbidden', {
      allowed: [],
      message: {
        ru: 'Отмена этой заявки уже запрошена',
        en: 'Cancellation of this order has already been requested',
      },
    });
  }
  const reason = request.cancellationReason;
  const items = order.items.map((item) =>
    isWork(item) && open.includes(item) ? advance(item, to, { order, now }) : item,
  );
  const itemIds = open.map(({ id }) => id);
  const state = 'acknowledged';
  const changed = withItems(
    withNextEvent({ ...order, version: order.version + 1, cancellation: { ulid, state, reason, itemIds } }),
    items,
    now,
  );
  const { operatorId, managerSub } = order;
  return {
    order: changed,
    event: {
      kind: 'cancellationRequested',
      state: changed.state,
      change: [
        ...stateChange(order.state, changed.state),
        ...open.map(({ id, progress }) => ({ item: id, field: 'state', before: progress.state, after: to })),
      ],
      reason,
      cancellation: { id: formatEntityId({ operatorId, ulid }), to: state },
    },
    cancellation: {
      schemaVersion: 1,
      version: 1,
      operatorId,
      ulid,
      orderUlid: order.ulid,
      managerSub,
      by,
      state,
      reason,
      requestedDate: request.requestedCancellationDate,
      dueDate: decisionDueOf(now),
    },
  };
}

/**
 * The order after a transition of its items, with the change of its cancellation request. A decided request is removed
 * from the order.
 */
export function followCancellation(
  order: OrderRecord,
  now: Date,
): { readonly order: OrderRecord; readonly step: CancellationStep | undefined } {
  const { cancellation } = order;
  if (cancellation === undefined) return { order, step: undefined };
  const states = order.items
    .filter(isWork)
    .filter(({ id }) => cancellation.itemIds.includes(id))
    .map(({ progress }) => progress.state);
  const state = cancellationStateOf(states);
  const isDecided = state === 'done' || state === 'terminatedWithError';
  const effectiveDate = isDecided && states.includes('cancelled') ? now.toISOString() : undefined;
  return {
    order: {
      ...order,
      cancellation: isDecided ? undefined : { ...cancellation, state },
      ...(order.state === 'cancelled' ? { cancellationReason: cancellation.reason } : {}),
    },
    step:
      state === cancellation.state
        ? undefined
        : { ulid: cancellation.ulid, from: cancellation.state, to: state, effectiveDate },
  };
}
