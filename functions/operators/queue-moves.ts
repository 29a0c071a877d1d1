import * as z from 'zod';
import { tableDefinition } from '../../shared/table/definition.ts';
import type { Partition } from '../../shared/table/partition.ts';
import type { StoredItem } from '../../shared/table/item.ts';
import type { ItemKey, Table, WriteAction } from '../../shared/table/table.ts';
import { queuePartition, type WorkQueue, workQueues } from '../../shared/work-queue/work-queue.ts';

/** Attributes by which a request is in a queue. */
const queuedSchema = z.object({
  [tableDefinition.sortKey]: z.string(),
  version: z.int(),
  managerSub: z.string().optional(),
  managerSort: z.string().optional(),
  dueSort: z.string().optional(),
});

/** The manager whose queues an operator's requests move to. */
interface Destination {
  readonly operatorId: string;
  readonly managerSub: string;
}

/** Requests whose current state is read at once. */
const maxRead = 100;

/** Writes of one call, and whether more requests remain to be moved. */
interface QueueMoves {
  readonly actions: readonly WriteAction[];
  readonly more: boolean;
}

/**
 * Writes that move up to `maxMoves` of an operator's open requests to another manager's queues. Requests that are
 * already there are skipped, so that a repeated call continues where the last one stopped.
 */
export async function queueMoves(
  table: Table,
  partition: Partition,
  destination: Destination,
  maxMoves: number,
  queues: readonly WorkQueue[] = workQueues,
): Promise<QueueMoves> {
  const moves: WriteAction[] = [];
  for (const queue of queues) {
    const { sortedBy, ...source } = queue.requestsOf(partition, destination.operatorId);
    let after: string | undefined;
    do {
      const page = await table.query({ ...source, newestFirst: false, after });
      const elsewhere = page.items.filter((item) => moveOf(item, partition, queue, destination).length > 0);
      for (let from = 0; from < elsewhere.length; from += maxRead) {
        const found = elsewhere.slice(from, from + maxRead);
        // An index shows requests as they were some time ago: the last call may have moved them since.
        const current =
          'index' in source.partition
            ? await table.getMany(found.map((item) => keyOf(item, partition)))
            : found;
        moves.push(...current.flatMap((item) => (item ? moveOf(item, partition, queue, destination) : [])));
        if (moves.length > maxMoves) return { actions: moves.slice(0, maxMoves), more: true };
      }
      after = page.more ? z.string().parse(page.items.at(-1)?.[sortedBy]) : undefined;
    } while (after !== undefined);
  }
  return { actions: moves, more: false };
}

function keyOf(item: StoredItem, partition: Partition): ItemKey {
  return { partition, sortKey: queuedSchema.parse(item)[tableDefinition.sortKey] };
}

function moveOf(
  item: StoredItem,
  partition: Partition,
  queue: WorkQueue,
  { operatorId, managerSub }: Destination,
): WriteAction[] {
  const queued = queuedSchema.parse(item);
  // A request of an operator without a manager is in no queue yet; it is then sorted by its target date.
  const managerSort =
    queued.managerSort ?? (queued.dueSort === undefined ? undefined : `${queued.dueSort}#${operatorId}`);
  if (queued.managerSub === managerSub || managerSort === undefined) return [];
  return [
    {
      update: { partition, sortKey: queued[tableDefinition.sortKey] },
      set: { managerSub, managerSort, managerPartition: queuePartition(managerSub, queue) },
      unset: [],
      expect: { version: queued.version },
    },
  ];
}
