import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import type { Ok, Row } from '../../api/contract.ts';
import { unwrap } from '../../api/problem.ts';
import { pagedQuery } from '../../api/paged-query.ts';
import { omitUndefined } from '../../api/omit-undefined.ts';
import type { ServiceSearch } from './service-search.ts';

const collection = '/tmf-api/productInventory/v4/product';

/** A service as the cabinet shows it. */
export type Service = Row<typeof collection>;
export type ServiceEvent = Row<'/cabinet/v1/product/{id}/history'>;

/** Services of an operator, newest first. */
export function servicesQuery(filter: ServiceSearch) {
  return pagedQuery<Service>(['services', filter], (cursor) =>
    api.GET(collection, {
      params: { query: omitUndefined({ ...queryOf(filter), limit: 50, cursor }) },
    }),
  );
}

/** The filters as API parameters: several values of one attribute are comma-separated. */
function queryOf({ status, categoryId, ...rest }: ServiceSearch) {
  const list = <T>(value: T | undefined) => (value === undefined ? undefined : [value]);
  return { ...rest, status: list(status), categoryId: list(categoryId) };
}

/** One service. */
export function serviceQuery(id: string) {
  return queryOptions({
    queryKey: ['service', id],
    queryFn: async (): Promise<Ok<'/tmf-api/productInventory/v4/product/{id}'>> =>
      unwrap(await api.GET('/tmf-api/productInventory/v4/product/{id}', { params: { path: { id } } })),
  });
}

/** History of a service, newest first. */
export function serviceHistoryQuery(id: string) {
  return pagedQuery<ServiceEvent>(['service', id, 'history'], (cursor) =>
    api.GET('/cabinet/v1/product/{id}/history', {
      params: { path: { id }, query: omitUndefined({ limit: 50, cursor }) },
    }),
  );
}
