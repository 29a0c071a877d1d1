import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import type { Ok } from '../../api/contract.ts';
import { omitUndefined } from '../../api/omit-undefined.ts';
import { unwrap } from '../../api/problem.ts';

export type Rules = Ok<'/cabinet/v1/rules'>;

/**
 * The rules of the service.
 *
 * @param version undefined for those in force
 */
export function rulesQuery(version?: string) {
  return queryOptions({
    queryKey: ['rules', version],
    queryFn: async () =>
      unwrap(await api.GET('/cabinet/v1/rules', { params: { query: omitUndefined({ version }) } })),
  });
}
