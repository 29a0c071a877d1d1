import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import type { Ok, Row } from '../../api/contract.ts';
import { omitUndefined } from '../../api/omit-undefined.ts';
import { unwrap, versionOf } from '../../api/problem.ts';
import { pagedQuery } from '../../api/paged-query.ts';
import type { OrderSearch } from './order-search.ts';

export const ordersPath = '/tmf-api/productOrderingManagement/v4/productOrder';
const orderPath = `${ordersPath}/{id}` as const;

export type Order = Ok<typeof orderPath>;
export type OrderItem = Order['productOrderItem'][number];
export type OrderPrice = Order['orderTotalPrice'][number];
export type Milestone = Order['milestone'][number];
export type OrderEvent = Row<'/cabinet/v1/productOrder/{id}/history'>;
export type OrderNote = Row<'/cabinet/v1/productOrder/{id}/note'>;

/** Orders of an operator, newest first; of an account manager without an operator, the work queue by due date. */
export function ordersQuery(filter: OrderSearch) {
  return {
    ...pagedQuery<Row<typeof ordersPath>>(['orders', filter], (cursor) =>
      api.GET(ordersPath, { params: { query: omitUndefined({ ...queryOf(filter), limit: 50, cursor }) } }),
    ),
    // Users open the list to see what the other side has just done.
    staleTime: 0,
  };
}

/** The filters as API parameters: several values of one attribute are comma-separated. */
function queryOf({ state, waitingFor, externalId, ...rest }: OrderSearch) {
  const list = <T>(value: T | undefined) => (value === undefined ? undefined : [value]);
  return { ...rest, state: list(state), waitingFor: list(waitingFor), externalId: list(externalId) };
}

/** One order, with the version that a change has to name. */
export function orderQuery(id: string) {
  return queryOptions({
    queryKey: ['order', id],
    queryFn: async () => {
      const result = await api.GET(orderPath, { params: { path: { id } } });
      return { order: unwrap(result), version: versionOf(result.response) };
    },
    // The other side may be working on it right now.
    refetchInterval: 30_000,
  });
}

/** History of an order, newest first. */
export function orderHistoryQuery(id: string) {
  return pagedQuery<OrderEvent>(['order', id, 'history'], (cursor) =>
    api.GET('/cabinet/v1/productOrder/{id}/history', {
      params: { path: { id }, query: omitUndefined({ limit: 50, cursor }) },
    }),
  );
}

/** Notes of an order, newest first. */
export function orderNotesQuery(id: string) {
  return pagedQuery<OrderNote>(['order', id, 'notes'], (cursor) =>
    api.GET('/cabinet/v1/productOrder/{id}/note', {
      params: { path: { id }, query: omitUndefined({ limit: 50, cursor }) },
    }),
  );
}
