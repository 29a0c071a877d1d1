import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import type { Row } from '../../api/contract.ts';
import { omitUndefined } from '../../api/omit-undefined.ts';
import { readAll } from '../../api/read-all.ts';

const path = '/tmf-api/party/v4/organization';

/** Operators that the caller serves. */
export const portfolioQuery = queryOptions({
  queryKey: ['portfolio'],
  queryFn: async () =>
    readAll<Row<typeof path>>((cursor) =>
      api.GET(path, { params: { query: { limit: 100, ...omitUndefined({ cursor }) } } }),
    ),
  staleTime: 300_000,
});
