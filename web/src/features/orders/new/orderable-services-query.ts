import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../api/client.ts';
import { omitUndefined } from '../../../api/omit-undefined.ts';
import { nextCursorOf, unwrap } from '../../../api/problem.ts';

/**
 * Services that can be changed or disconnected by an order.
 *
 * @param reference beginning of the operator's own reference, or of the name; all if empty
 */
export function orderableServicesQuery(action: 'modify' | 'delete', reference: string) {
  return queryOptions({
    queryKey: ['services', 'orderable', action, reference],
    queryFn: async () => {
      const status = action === 'modify' ? (['active'] as const) : (['active', 'suspended'] as const);
      const result = await api.GET('/tmf-api/productInventory/v4/product', {
        params: {
          query: {
            status: [...status],
            limit: 100,
            ...omitUndefined({ reference: reference === '' ? undefined : reference }),
          },
        },
      });
      return { rows: unwrap(result), isAll: nextCursorOf(result.response) === undefined };
    },
    staleTime: 60_000,
  });
}
