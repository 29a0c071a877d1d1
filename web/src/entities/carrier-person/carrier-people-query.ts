import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import type { Row } from '../../api/contract.ts';
import { omitUndefined } from '../../api/omit-undefined.ts';
import { readAll } from '../../api/read-all.ts';

const path = '/cabinet/v1/carrierPerson';

export type CarrierPerson = Row<typeof path>;

/** The carrier's people, once per role. The list is short and rarely changes. */
export const carrierPeopleQuery = queryOptions({
  queryKey: ['carrier-people'],
  queryFn: async () =>
    readAll<CarrierPerson>((cursor) => api.GET(path, { params: { query: omitUndefined({ cursor }) } })),
  staleTime: 300_000,
});
