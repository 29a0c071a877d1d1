import * as z from 'zod';
import { queuePartition } from '../../shared/order/work-queue.ts';
import { tableDefinition } from '../../shared/table/definition.ts';
import { beginningWith } from '../../shared/table/page.ts';
import type { Partition } from '../../shared/table/partition.ts';
import {
  everySortKey,
  type ItemKey,
  type StoredItem,
  type Table,
  type WriteAction,
} from '../../shared/table/table.ts';

/** What an open request says of whose queue it stands in, as the function about orders stores it. */
const queuedSchema = z.object({
  [tableDefinition.sortKey]: z.string(),
  version: z.int(),
  managerSub: z.string().optional(),
  managerSort: z.string().optional(),
  dueSort: z.string().optional(),
});

interface Destination {
  readonly operatorId: string;
  readonly managerSub: string;
}

type Entity = Parameters<typeof queuePartition>[1];

/**
 * Writes that move an operator's open orders and requests for cancellation to another manager's queue, as far as one
 * transaction reaches. What stands in the right queue already is passed over: repeating it goes on where it stopped.
 */
export async function queueMoves(
  table: Table,
  partition: Partition,
  destination: Destination,
  most: number,
): Promise<{ readonly actions: readonly WriteAction[]; readonly more: boolean }> {
  const key = `OP#${destination.operatorId}#ORDER`;
  const orders = { partition: { index: 'byDue', key }, ...everySortKey } as const;
  const cancellations = { partition, ...beginningWith('CANCELLATION#') };
  const moves: WriteAction[] = [];
  for (const [entity, source, sortedBy] of [
    ['ORDER', orders, tableDefinition.indexes.byDue.sortKey],
    ['CANCELLATION', cancellations, tableDefinition.sortKey],
  ] as const) {
    let after: string | undefined;
    do {
      const page = await table.query({ ...source, newestFirst: false, after });
      moves.push(...page.items.flatMap((item) => moveOf(item, partition, entity, destination)));
      if (moves.length > most) return { actions: moves.slice(0, most), more: true };
      after = page.more ? z.string().parse(page.items.at(-1)?.[sortedBy]) : undefined;
    } while (after !== undefined);
  }
  return { actions: moves, more: false };
}

function moveOf(
  item: StoredItem,
  partition: Partition,
  entity: Entity,
  { operatorId, managerSub }: Destination,
): WriteAction[] {
  const queued = queuedSchema.parse(item);
  // What nobody served has no place in a queue yet; its target is as good a one.
  const managerSort =
    queued.managerSort ?? (queued.dueSort === undefined ? undefined : `${queued.dueSort}#${operatorId}`);
  if (queued.managerSub === managerSub || managerSort === undefined) return [];
  return [
    {
      update: requestKey(partition, queued[tableDefinition.sortKey]),
      set: { managerSub, managerSort, managerPartition: queuePartition(managerSub, entity) },
      unset: [],
      expect: { version: queued.version },
    },
  ];
}

function requestKey(partition: Partition, sortKey: string): ItemKey {
  return { partition, sortKey };
}
