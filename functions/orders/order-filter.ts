import { waitingForOf } from './clock.ts';
import type { OrderListQuery } from './list-query.ts';
import { dueDateOfOrder, isOverdue, promisedDateOf } from './order-progress.ts';
import { orderDateOf, type OrderRecord } from './order-record.ts';

type Condition = (order: OrderRecord) => boolean;
type DateName = 'orderDate' | 'completionDate' | 'expectedCompletionDate' | 'requestedCompletionDate';

/**
 * What a list asks for, as one condition on an order.
 *
 * @returns undefined where it asks for everything
 */
export function filterOf(query: Partial<OrderListQuery>, now: Date): Condition | undefined {
  const conditions = [
    isAmong(query.state, ({ state }) => state),
    isAmong(
      query.externalId?.map((reference) => reference.toLowerCase()),
      ({ externalId }) => externalId?.toLowerCase(),
    ),
    isAmong(query.category, ({ category }) => category),
    isAmong(query.priority, ({ priority }) => priority),
    isAmong(query.waitingFor, ({ state }) => waitingForOf(state)),
    query.overdue === undefined
      ? undefined
      : (order: OrderRecord) => isOverdue(dueDateOfOrder(order), now) === (query.overdue === 'true'),
    ...(['orderDate', 'completionDate', 'expectedCompletionDate', 'requestedCompletionDate'] as const).map(
      (name) => isWithin(name, query),
    ),
  ].filter((condition) => condition !== undefined);
  if (conditions.length === 0) return undefined;
  return (order) => conditions.every((holds) => holds(order));
}

function isAmong(
  wanted: readonly string[] | undefined,
  valueOf: (order: OrderRecord) => string | undefined,
): Condition | undefined {
  if (wanted === undefined) return undefined;
  return (order) => {
    const value = valueOf(order);
    return value !== undefined && wanted.includes(value);
  };
}

const dates: Readonly<Record<DateName, (order: OrderRecord) => string | undefined>> = {
  orderDate: orderDateOf,
  completionDate: ({ completionDate }) => completionDate,
  expectedCompletionDate: promisedDateOf,
  requestedCompletionDate: ({ requestedCompletionDate }) => requestedCompletionDate,
};

const comparisons = {
  gt: (date: number, bound: number) => date > bound,
  gte: (date: number, bound: number) => date >= bound,
  lt: (date: number, bound: number) => date < bound,
  lte: (date: number, bound: number) => date <= bound,
};

/** An order that has no such date lies in no range of it. */
function isWithin(name: DateName, query: Partial<OrderListQuery>): Condition | undefined {
  const bounds = (['gt', 'gte', 'lt', 'lte'] as const).flatMap((comparison) => {
    const bound = query[`${name}.${comparison}`];
    return bound === undefined ? [] : [{ compare: comparisons[comparison], bound: Date.parse(bound) }];
  });
  if (bounds.length === 0) return undefined;
  return (order) => {
    const date = dates[name](order);
    return date !== undefined && bounds.every(({ compare, bound }) => compare(Date.parse(date), bound));
  };
}
