import { everySortKey } from '../../shared/table/table.ts';
import type { ListPage } from '../../shared/table/page.ts';
import type { OrderScope } from '../../shared/order/actor.ts';
import { queuePartition, type WorkQueue } from '../../shared/work-queue/work-queue.ts';

/** An account manager's work queue, by due date. */
export function queueList({ sub }: OrderScope, queue: WorkQueue) {
  const partition = { index: 'byManager', key: queuePartition(sub, queue) } as const;
  return { partition, ...everySortKey, newestFirst: false };
}

/**
 * Filters out entries of operators that are no longer in the manager's portfolio. The total would count them too, so it
 * is omitted then.
 */
export function withinPortfolio<Entity extends { readonly operatorId: string }>(
  scope: OrderScope,
  page: ListPage<Entity>,
): ListPage<Entity> {
  if (scope.kind === 'operator') return page;
  const entities = page.entities.filter(({ operatorId }) => scope.operatorIds.has(operatorId));
  return { ...page, entities, total: entities.length === page.entities.length ? page.total : undefined };
}
