import { highest } from '../../shared/table/table.ts';
import type { ListPage } from '../../shared/table/page.ts';
import type { OrderScope } from './actor.ts';
import { queuePartition } from './order-item.ts';

/** What an account manager still has to do, by due date. */
export function queueList({ sub }: OrderScope, entity: 'ORDER' | 'CANCELLATION') {
  const partition = { index: 'byManager', key: queuePartition(sub, entity) } as const;
  return { partition, from: '0', to: highest, newestFirst: false };
}

/** The page without what an operator left in the queue of a manager whom it has no longer. */
export function withinPortfolio<Entity extends { readonly operatorId: string }>(
  scope: OrderScope,
  page: ListPage<Entity>,
): ListPage<Entity> {
  if (scope.kind === 'operator') return page;
  return { ...page, entities: page.entities.filter(({ operatorId }) => scope.operatorIds.has(operatorId)) };
}
