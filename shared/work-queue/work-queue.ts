import { tableDefinition } from '../table/definition.ts';
import { beginningWith } from '../table/page.ts';
import type { Partition } from '../table/partition.ts';
import { everySortKey, type PageRequest, type StoredItem } from '../table/table.ts';

/** Where an operator's requests of one kind are found. */
interface Requests extends Pick<PageRequest, 'partition' | 'from' | 'to'> {
  /** Attribute that these are sorted by. */
  readonly sortedBy: string;
}

/** A kind of request that waits for an account manager. */
export interface WorkQueue {
  /** Names the kind in the partition of the queue. */
  readonly entity: string;
  /** All open requests of an operator, and closed ones only where no index leaves them out. */
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

/** Open requests for cancellation. */
export const cancellationQueue: WorkQueue = {
  entity: 'CANCELLATION',
  requestsOf: (partition) => ({
    partition,
    ...beginningWith('CANCELLATION#'),
    sortedBy: tableDefinition.sortKey,
  }),
};

/** Everything that waits for an account manager. What is listed here moves when its operator gets another manager. */
export const workQueues: readonly WorkQueue[] = [orderQueue, cancellationQueue];

/** Partition of one kind of request that waits for an account manager, in the index `byManager`. */
export function queuePartition(managerSub: string, { entity }: WorkQueue): string {
  return `MANAGER#${managerSub}#${entity}`;
}

interface QueuedRequest {
  readonly operatorId: string;
  readonly ulid: string;
}

/**
 * Attributes that put a request into the queue of its account manager, sorted by due date; none while the operator has
 * no manager.
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

/** Attributes whose removal takes a request out of its queue. */
export const queueAttributeNames = ['managerPartition', 'managerSort'] as const;
