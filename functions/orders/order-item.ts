import { queuePartition } from '../../shared/order/work-queue.ts';
import type { StoredItem, VersionedItem } from '../../shared/table/table.ts';
import type { CancellationRecord } from './cancellation.ts';
import { dueDateOfOrder, targetOf } from './order-progress.ts';
import { openItemsOf, type OrderRecord } from './order-record.ts';

/** An order as an item of the table, with the attributes that its indexes read. */
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
          ...queueOf(managerSub, 'ORDER', dueDateOfOrder(order) ?? '', order),
        }),
  };
}

/** A request for cancellation that was just made, as an item of the table. */
export function cancellationItemOf(cancellation: CancellationRecord): StoredItem {
  const { managerSub, dueDate } = cancellation;
  return { ...cancellation, ...queueOf(managerSub, 'CANCELLATION', dueDate, cancellation) };
}

/** What takes an item out of its account manager's queue. */
export const queueAttributes = ['managerPartition', 'managerSort'] as const;

function queueOf(
  managerSub: string | undefined,
  entity: 'ORDER' | 'CANCELLATION',
  dueDate: string,
  { operatorId, ulid }: { readonly operatorId: string; readonly ulid: string },
): StoredItem {
  if (managerSub === undefined) return {};
  return {
    managerPartition: queuePartition(managerSub, entity),
    managerSort: `${dueDate}#${ulid}#${operatorId}`,
  };
}
