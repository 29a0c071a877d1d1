import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import type { Ok, Row } from '../../api/contract.ts';
import { omitUndefined } from '../../api/omit-undefined.ts';
import { unwrap } from '../../api/problem.ts';
import { readAll } from '../../api/read-all.ts';

const base = '/tmf-api/productCatalogManagement/v4';

export type Offering = Ok<`${typeof base}/productOffering/{id}`>;
export type CharacteristicUse = Offering['prodSpecCharValueUse'][number];
export type OfferedPrice = Offering['productOfferingPrice'][number];

/** The categories of the offerings. */
export const categoriesQuery = queryOptions({
  queryKey: ['categories'],
  queryFn: async () =>
    readAll<Row<`${typeof base}/category`>>((cursor) =>
      api.GET(`${base}/category`, { params: { query: { limit: 100, ...omitUndefined({ cursor }) } } }),
    ),
  staleTime: 300_000,
});

/** Offerings that can be ordered. */
export const offeringsQuery = queryOptions({
  queryKey: ['offerings'],
  queryFn: async () =>
    readAll<Row<`${typeof base}/productOffering`>>((cursor) =>
      api.GET(`${base}/productOffering`, {
        params: {
          query: {
            limit: 100,
            isSellable: 'true',
            lifecycleStatus: ['active'],
            ...omitUndefined({ cursor }),
          },
        },
      }),
    ),
});

/** One offering, with the characteristics that an order for it has. */
export function offeringQuery(id: string) {
  return queryOptions({
    queryKey: ['offering', id],
    queryFn: async () => unwrap(await api.GET(`${base}/productOffering/{id}`, { params: { path: { id } } })),
    staleTime: 60_000,
  });
}
