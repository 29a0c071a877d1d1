import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { unwrap } from '../api/problem.ts';

/** Operators that the caller serves. A portfolio fits one page: a manager has tens of operators, not thousands. */
export const portfolioQuery = queryOptions({
  queryKey: ['portfolio'],
  queryFn: async () =>
    unwrap(await api.GET('/tmf-api/party/v4/organization', { params: { query: { limit: 100 } } })),
  staleTime: 300_000,
});
