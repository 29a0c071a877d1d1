import type { StoredItem } from '../../shared/table/item.ts';
import type { VersionedItem } from '../../shared/table/table.ts';
import { cancellationQueue, orderQueue, queueAttributes } from '../../shared/work-queue/work-queue.ts';
import type { CancellationRecord } from './cancellation.ts';
import { dueDateOfOrder, targetOf } from './order-progress.ts';
import { openItemsOf, type OrderRecord } from './order-record.ts';

/** An order as a table item, with its index attributes. */
export function orderItemOf(order: OrderRecord): VersionedItem {
  const { operatorId, ulid, state, externalId, managerSub } = order;
  const scope = `OP#${operatorId}#ORDER`;
  return {
    ...order,
    statePartition: `${scope}#${state}`,
    stateSort: ulid,
    ...(externalId === undefined
      ? {}
      : { referencePartition: scope, referenceSort: `${externalId.toLowerCase()}#${ulid}` }),
    ...(openItemsOf(order).length === 0
      ? {}
      : {
          duePartition: scope,
          dueSort: `${targetOf(order) ?? ''}#${ulid}`,
          ...queueAttributes(orderQueue, managerSub, dueDateOfOrder(order) ?? '', order),
        }),
  };
}

/** A new cancellation request as a table item, with its index attributes. */
export function cancellationItemOf(cancellation: CancellationRecord): StoredItem {
  const { managerSub, dueDate } = cancellation;
  return { ...cancellation, ...queueAttributes(cancellationQueue, managerSub, dueDate, cancellation) };
}
