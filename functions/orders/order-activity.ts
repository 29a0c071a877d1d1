import type { Activity } from '../../shared/activity/activity-record.ts';
import type { OrderEvent } from '../../shared/order/order-event.ts';
import { formatEntityId } from '../../shared/table/entity-id.ts';
import type { Note, OrderRecord } from './order-record.ts';

/** An order event as an entry of the operator's activity log. */
export function orderActivity(
  order: OrderRecord,
  { at, by, state, items, cancellation }: OrderEvent,
): Activity {
  const action =
    state.from === undefined
      ? 'created'
      : cancellation !== undefined && cancellation.from === undefined
        ? 'cancellationRequested'
        : state.from !== state.to || items.length > 0
          ? 'stateChanged'
          : 'changed';
  return {
    schemaVersion: 1,
    at,
    by,
    action,
    subject: subjectOf(order),
    ...(action === 'stateChanged' ? { detail: state.to } : {}),
  };
}

/** A note as an entry of the activity log, without its text. */
export function noteActivity(order: OrderRecord, { at, by }: Note): Activity {
  return { schemaVersion: 1, at, by, action: 'noted', subject: subjectOf(order) };
}

function subjectOf(order: OrderRecord): Activity['subject'] {
  return { type: 'productOrder', id: formatEntityId(order) };
}
