import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { omitUndefined } from '../../api/omit-undefined.ts';
import { unwrap } from '../../api/problem.ts';

/** Fewer characters would match nearly everything. */
const minLetters = 2;

/** Orders and services of one operator: the caller's own by default. */
export function searchQuery(typed: string, operatorId: string | undefined, enabled: boolean) {
  const q = typed.trim();
  return queryOptions({
    queryKey: ['search', q, operatorId],
    queryFn: async () =>
      unwrap(
        await api.GET('/cabinet/v1/search', { params: { query: { q, ...omitUndefined({ operatorId }) } } }),
      ),
    enabled: enabled && q.length >= minLetters,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
}
