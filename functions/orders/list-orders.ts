import { encodeTime } from 'ulid';
import type { IndexName } from '../../shared/table/definition.ts';
import { everySortKey, highest } from '../../shared/table/table.ts';
import type { OrderListQuery } from './list-query.ts';

/** The keys that a list of one operator's orders reads, and the part of the query that remains to be checked. */
export interface ListPlan {
  /** Index, with the suffix of its partition key after the operator; the base table if absent. */
  readonly index?: { readonly name: IndexName; readonly suffix: string };
  readonly from: string;
  readonly to: string;
  readonly newestFirst: boolean;
  readonly rest: Partial<OrderListQuery>;
}

/**
 * Chooses the keys that serve a query best. A query for open orders only is sorted by delivery date, unless it
 * specifies another order.
 */
export function planList(query: OrderListQuery): ListPlan {
  const { sort } = query;
  const isAboutOpen = query.overdue === 'true' || query.waitingFor !== undefined;
  if (sort === 'expectedCompletionDate' || (sort === undefined && isAboutOpen)) {
    return {
      index: { name: 'byDue', suffix: '#ORDER' },
      ...everySortKey,
      newestFirst: false,
      rest: query,
    };
  }
  const newestFirst = sort !== 'orderDate';
  const [externalId, ...otherIds] = query.externalId ?? [];
  if (externalId !== undefined && otherIds.length === 0) {
    const prefix = `${externalId.toLowerCase()}#`;
    return {
      index: { name: 'byReference', suffix: '#ORDER' },
      from: prefix,
      to: `${prefix}${highest}`,
      newestFirst,
      rest: query,
    };
  }
  const { from, to, rest } = rangeOfOrderDate(query);
  const [state, ...otherStates] = query.state ?? [];
  if (state !== undefined && otherStates.length === 0) {
    return {
      index: { name: 'byState', suffix: `#ORDER#${state}` },
      from,
      to,
      newestFirst,
      rest: { ...rest, state: undefined },
    };
  }
  return { from: `ORDER#${from}`, to: `ORDER#${to}`, newestFirst, rest };
}

type Filters = Partial<OrderListQuery>;

/** The time in an id is the order's date, to the millisecond: a range of dates is a range of keys. */
function rangeOfOrderDate(query: Filters): { from: string; to: string; rest: Filters } {
  const {
    'orderDate.gt': after,
    'orderDate.gte': from,
    'orderDate.lt': before,
    'orderDate.lte': to,
    ...rest
  } = query;
  const first = Math.max(0, ...bound(after, 1), ...bound(from, 0));
  const last = Math.min(latestTime, ...bound(before, -1), ...bound(to, 0));
  return { from: timeOf(first), to: `${timeOf(last)}${highest}`, rest };
}

/** The latest timestamp that an id can contain. */
const latestTime = 2 ** 48 - 1;

function bound(date: string | undefined, shift: number): number[] {
  return date === undefined ? [] : [Date.parse(date) + shift];
}

function timeOf(milliseconds: number): string {
  return encodeTime(Math.min(Math.max(milliseconds, 0), latestTime), 10);
}
