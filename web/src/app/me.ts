import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import type { Ok } from '../api/contract.ts';
import { unwrap } from '../api/problem.ts';

/** Who is signed in: side, roles, operator. */
export type Me = Ok<'/cabinet/v1/me'>;

/** Who is signed in. Asked once a session; a refusal says what is wrong with the account. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async () => unwrap(await api.GET('/cabinet/v1/me')),
  staleTime: 60_000,
});
