import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import type { Ok, Row } from '../api/contract.ts';
import { unwrap } from '../api/problem.ts';
import { pagedQuery } from '../list/paged-query.ts';

const base = '/tmf-api/productCatalogManagement/v4';

export type Offering = Ok<`${typeof base}/productOffering/{id}`>;
export type CharacteristicUse = Offering['prodSpecCharValueUse'][number];
export type OfferedPrice = Offering['productOfferingPrice'][number];

/** The categories that offerings are found in. */
export function categoriesQuery() {
  return queryOptions({
    queryKey: ['categories'],
    queryFn: async () => unwrap(await api.GET(`${base}/category`, { params: { query: { limit: 100 } } })),
    staleTime: 300_000,
  });
}

/** Offerings that are on sale, of one category or of all. */
export function offeringsQuery(categoryId: string | undefined) {
  return pagedQuery<Row<`${typeof base}/productOffering`>>(['offerings', categoryId], (cursor) =>
    api.GET(`${base}/productOffering`, {
      params: {
        query: {
          limit: 100,
          isSellable: 'true',
          lifecycleStatus: ['active'],
          ...(categoryId === undefined ? {} : { categoryId: [categoryId] }),
          ...(cursor === undefined ? {} : { cursor }),
        },
      },
    }),
  );
}

/** One offering, with the characteristics that an order for it has. */
export function offeringQuery(id: string) {
  return queryOptions({
    queryKey: ['offering', id],
    queryFn: async () => unwrap(await api.GET(`${base}/productOffering/{id}`, { params: { path: { id } } })),
    staleTime: 60_000,
  });
}
