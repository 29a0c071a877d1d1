import { tableDefinition } from '../table/definition.ts';
import { beginningWith } from '../table/page.ts';
import type { Partition } from '../table/partition.ts';
import type { StoredItem } from '../table/item.ts';
import { everySortKey, type PageRequest } from '../table/table.ts';

/** Query of an operator's requests of one kind. */
interface Requests extends Pick<PageRequest, 'partition' | 'from' | 'to'> {
  /** Sort key attribute of the query. */
  readonly sortedBy: string;
}

/** A kind of request that waits for an account manager. */
export interface WorkQueue {
  /** Name of the kind in the queue's partition key. */
  readonly entity: string;
  /** Query of an operator's open requests; includes closed ones where no index excludes them. */
  readonly requestsOf: (partition: Partition, operatorId: string) => Requests;
}

/** Open orders. */
export const orderQueue: WorkQueue = {
  entity: 'ORDER',
  requestsOf: (_partition, operatorId) => ({
    partition: { index: 'byDue', key: `OP#${operatorId}#ORDER` },
    ...everySortKey,
    sortedBy: tableDefinition.indexes.byDue.sortKey,
  }),
};

/** Open cancellation requests. */
export const cancellationQueue: WorkQueue = {
  entity: 'CANCELLATION',
  requestsOf: (partition) => ({
    partition,
    ...beginningWith('CANCELLATION#'),
    sortedBy: tableDefinition.sortKey,
  }),
};

/** All queues of account managers. Their requests move when an operator gets another manager. */
export const workQueues: readonly WorkQueue[] = [orderQueue, cancellationQueue];

/** Partition of an account manager's queue in the index `byManager`. */
export function queuePartition(managerSub: string, { entity }: WorkQueue): string {
  return `MANAGER#${managerSub}#${entity}`;
}

interface QueuedRequest {
  readonly operatorId: string;
  readonly ulid: string;
}

/**
 * Attributes that add a request to its account manager's queue, sorted by due date; empty while the operator has no
 * manager.
 */
export function queueAttributes(
  queue: WorkQueue,
  managerSub: string | undefined,
  dueDate: string,
  { operatorId, ulid }: QueuedRequest,
): StoredItem {
  if (managerSub === undefined) return {};
  return {
    managerPartition: queuePartition(managerSub, queue),
    managerSort: `${dueDate}#${ulid}#${operatorId}`,
  };
}

/** Attributes whose removal removes a request from its queue. */
export const queueAttributeNames = ['managerPartition', 'managerSort'] as const;
