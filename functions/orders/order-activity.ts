import type { Activity } from '../../shared/activity/activity-record.ts';
import type { Cause } from '../../shared/history/history-item.ts';
import type { SignedInActor } from '../../shared/history/actor.ts';
import type { OrderHappening } from '../../shared/order/order-event.ts';
import { formatEntityId } from '../../shared/table/entity-id.ts';
import type { Note, OrderRecord } from './order-record.ts';

/** An order event as an entry of the operator's activity log. */
export function orderActivity(
  order: OrderRecord,
  { at, by }: Cause<SignedInActor>,
  { kind, state, change }: OrderHappening,
): Activity {
  const isStateChange = kind === 'transition' && change.some(({ field }) => field === 'state');
  const action = isStateChange ? 'stateChanged' : kind === 'transition' ? 'changed' : kind;
  return {
    schemaVersion: 1,
    at,
    by,
    action,
    subject: subjectOf(order),
    ...(isStateChange ? { detail: state } : {}),
  };
}

/** A note as an entry of the activity log, without its text. */
export function noteActivity(order: OrderRecord, { at, by }: Note): Activity {
  return { schemaVersion: 1, at, by, action: 'noted', subject: subjectOf(order) };
}

function subjectOf(order: OrderRecord): Activity['subject'] {
  return { type: 'productOrder', id: formatEntityId(order) };
}
