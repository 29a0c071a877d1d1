import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import type { Ok, Row } from '../../api/contract.ts';
import { omitUndefined } from '../../api/omit-undefined.ts';
import { unwrap } from '../../api/problem.ts';
import { pagedQuery } from '../../api/paged-query.ts';

export const operatorPath = '/cabinet/v1/operator/{id}';

export type Operator = Ok<typeof operatorPath>;
export type OperatorEvent = Row<`${typeof operatorPath}/history`>;

/** An operator as the carrier's administrator sees it: with status and account manager. */
export function operatorQuery(id: string) {
  return queryOptions({
    queryKey: ['operator', id],
    queryFn: async () => unwrap(await api.GET(operatorPath, { params: { path: { id } } })),
    staleTime: 0,
  });
}

/** History of an operator, newest first. */
export function operatorHistoryQuery(id: string) {
  return pagedQuery<OperatorEvent>(['operator', id, 'history'], (cursor) =>
    api.GET(`${operatorPath}/history`, {
      params: { path: { id }, query: omitUndefined({ limit: 50, cursor }) },
    }),
  );
}
