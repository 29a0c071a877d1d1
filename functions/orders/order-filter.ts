import { allOf, type Condition, isAmong, isWithin } from '../../shared/http/list-condition.ts';
import { waitingForOf } from './clock.ts';
import type { OrderListQuery } from './list-query.ts';
import { dueDateOfOrder, isOverdue, promisedDateOf } from './order-progress.ts';
import { orderDateOf, type OrderRecord } from './order-record.ts';

/**
 * The filters of a list as one condition on an order.
 *
 * @returns undefined if there is no filter
 */
export function filterOf(query: Partial<OrderListQuery>, now: Date): Condition<OrderRecord> | undefined {
  const references = query.externalId?.map((reference) => reference.toLowerCase());
  return allOf<OrderRecord>([
    ...isAmong(query.state, ({ state }: OrderRecord) => [state]),
    ...isAmong(references, ({ externalId }: OrderRecord) => [externalId?.toLowerCase()]),
    ...isAmong(query.category, ({ category }: OrderRecord) => [category]),
    ...isAmong(query.priority, ({ priority }: OrderRecord) => [priority]),
    ...isAmong(query.waitingFor, ({ state }: OrderRecord) => [waitingForOf(state)]),
    ...lateness(query.overdue, now),
    ...isWithin('orderDate', query, orderDateOf),
    ...isWithin('completionDate', query, ({ completionDate }: OrderRecord) => completionDate),
    ...isWithin('expectedCompletionDate', query, promisedDateOf),
    ...isWithin(
      'requestedCompletionDate',
      query,
      ({ requestedCompletionDate }: OrderRecord) => requestedCompletionDate,
    ),
  ]);
}

function lateness(wanted: 'true' | 'false' | undefined, now: Date): Condition<OrderRecord>[] {
  if (wanted === undefined) return [];
  return [(order) => isOverdue(dueDateOfOrder(order), now) === (wanted === 'true')];
}
