import type { Activity } from '../../shared/activity/activity-record.ts';
import type { OrderEvent } from '../../shared/order/order-event.ts';
import { formatEntityId } from '../../shared/table/entity-id.ts';
import type { OrderRecord } from './order-record.ts';

/** What an event of an order is to whoever reads what was done at an operator. */
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
    subject: { type: 'productOrder', id: formatEntityId(order) },
    ...(action === 'stateChanged' ? { detail: state.to } : {}),
  };
}
