import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { queueMoves } from '../../../../functions/operators/queue-moves.ts';
import { beginningWith } from '../../../../shared/table/page.ts';
import { Partition } from '../../../../shared/table/partition.ts';
import {
  queueAttributes,
  queuePartition,
  type WorkQueue,
  workQueues,
} from '../../../../shared/work-queue/work-queue.ts';
import { openTable, type TestTable } from '../../../table.ts';

/** A kind of request that no capability has. */
const ticketQueue: WorkQueue = {
  entity: 'TICKET',
  requestsOf: (partition) => ({ partition, ...beginningWith('TICKET#'), sortedBy: 'sk' }),
};
const operatorId = 'north';
const partition = Partition.ofAdministeredOperator({ kind: 'carrier', sub: 'carla', roles: [] }, operatorId);

let store: TestTable;
beforeAll(async () => {
  store = await openTable();
});

const ticket = (ulid: string, managerSub: string) => ({
  pk: 'OP#north',
  sk: `TICKET#${ulid}`,
  version: 1,
  managerSub,
  ...queueAttributes(ticketQueue, managerSub, '2026-12-01T00:00:00.000Z', { operatorId, ulid }),
});
const moves = (maxMoves: number, queues?: readonly WorkQueue[]) =>
  queueMoves(store.table, partition, { operatorId, managerSub: 'vera' }, maxMoves, queues);

describe('moving an operator’s requests', () => {
  beforeEach(async () => {
    for (const ulid of ['1', '2', '3']) await store.put(ticket(ulid, 'boris'));
    await store.catchUp();
  });

  it('moves requests of any registered kind', async () => {
    const { actions, more } = await moves(50, [...workQueues, ticketQueue]);
    expect(more).toBe(false);
    await store.table.write(actions);
    await store.catchUp();
    const { items } = await store.table.query({
      partition: { index: 'byManager', key: queuePartition('vera', ticketQueue) },
      from: '0',
      to: '9',
      newestFirst: false,
    });
    expect(items.map(({ sk, version, managerSub }) => [sk, version, managerSub])).toEqual([
      ['TICKET#1', 2, 'vera'],
      ['TICKET#2', 2, 'vera'],
      ['TICKET#3', 2, 'vera'],
    ]);
    expect(await moves(50, [...workQueues, ticketQueue])).toEqual({ actions: [], more: false });
  });

  it('moves up to the maximum of one call, and reports that more remain', async () => {
    const { actions, more } = await moves(2, [ticketQueue]);
    expect([actions.length, more]).toEqual([2, true]);
  });

  it('does not move again what an index still shows with the previous manager', async () => {
    const order = (ulid: string) => ({
      ...ticket(ulid, 'boris'),
      sk: `ORDER#${ulid}`,
      duePartition: 'OP#north#ORDER',
      dueSort: `2026-12-01T00:00:00.000Z#${ulid}`,
    });
    for (const ulid of ['1', '2', '3']) await store.put(order(ulid));
    await store.catchUp();
    const first = await moves(2);
    await store.table.write(first.actions);
    const second = await moves(2);
    expect([first.actions.length, second.actions.length, second.more]).toEqual([2, 1, false]);
    await store.table.write(second.actions);
  });

  it('does not move requests of a kind that is not registered', async () => {
    expect(await moves(50)).toEqual({ actions: [], more: false });
  });
});
