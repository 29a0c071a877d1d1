import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { BatchGetItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import { CabinetError } from '../../../../shared/errors.ts';
import { Partition } from '../../../../shared/table/partition.ts';
import type { StoredItem, UpdatedAttribute } from '../../../../shared/table/item.ts';
import { everySortKey, highest, type WriteAction } from '../../../../shared/table/table.ts';
import { incompressible } from '../../../incompressible.ts';
import { openTable, type TestTable } from '../../../table.ts';

let store: TestTable;
beforeEach(async () => {
  store = await openTable();
});

const partition = Partition.ofCarrier();
const keyOf = (sortKey: string) => ({ partition, sortKey });
const refusal = new CabinetError('concurrentChange');
const put = (sortKey: string, item: StoredItem, expected: WriteAction['expect'] = 'absent'): WriteAction => ({
  put: keyOf(sortKey),
  item,
  expect: expected,
  refusal,
});
const update = (
  set: StoredItem,
  expected: WriteAction['expect'],
  unset: readonly UpdatedAttribute[] = [],
): WriteAction => ({
  update: keyOf('A'),
  set,
  unset,
  expect: expected,
  refusal,
});

test('more items than one call takes are read in as many as it needs, each in its place', async () => {
  await store.table.write([put('K007', { name: 'seven' }), put('K150', { name: 'last' })]);
  const keys = Array.from({ length: 151 }, (_, index) => keyOf(`K${String(index).padStart(3, '0')}`));
  const items = await store.table.getMany(keys);
  expect(items.map((item) => item?.['name']).filter(Boolean)).toEqual(['seven', 'last']);
  expect([items[7]?.['name'], items[150]?.['name']]).toEqual(['seven', 'last']);
});

test('a range begins somewhere: DynamoDB would refuse an empty sort key, which the local engine takes', async () => {
  const page = { partition, newestFirst: false };
  await store.table.write([put('K1', { name: 'one' })]);
  await expect(store.table.query({ ...page, from: '', to: highest })).rejects.toThrow('empty sort key');
  expect((await store.table.query({ ...page, ...everySortKey })).items).toHaveLength(1);
});

describe('a write', () => {
  test('is all or nothing, and refuses with the words of what did not hold', async () => {
    await store.table.write([put('A', { version: 1 })]);
    const busy = new CabinetError('productBusy');
    const writing = store.table.write([
      put('B', { version: 1 }),
      { ...put('A', { version: 1 }), refusal: busy },
    ]);
    await expect(writing).rejects.toBe(busy);
    expect(await store.table.get(keyOf('B'))).toBeUndefined();
  });

  test('replaces the version that was read, and no other', async () => {
    await store.table.write([put('A', { version: 1 })]);
    await store.table.write([put('A', { version: 2 }, { version: 1 })]);
    await expect(store.table.write([put('A', { version: 2 }, { version: 1 })])).rejects.toBe(refusal);
  });

  test('updates an item without reading it, if its condition holds, and increments its version', async () => {
    await store.table.write([
      put('A', { version: 7, status: 'active', openItem: { orderId: 'o', itemId: '1' }, kept: 1 }),
    ]);
    const heldBy = { attributes: { openItem: { itemId: '1', orderId: 'o' }, status: 'active' } };
    await store.table.write([update({ status: 'terminated', list: [{ name: 'x' }] }, heldBy, ['openItem'])]);
    expect(await store.table.get(keyOf('A'))).toEqual({
      pk: 'CARRIER',
      sk: 'A',
      version: 8,
      status: 'terminated',
      list: [{ name: 'x' }],
      kept: 1,
    });
    await expect(store.table.write([update({ status: 'active' }, heldBy)])).rejects.toBe(refusal);
  });

  test('updates what is no change for its readers without counting its version', async () => {
    await store.table.write([put('A', { version: 7, historySequence: 2 })]);
    const event: WriteAction = {
      update: keyOf('A'),
      set: { historySequence: 3 },
      unset: [],
      keepsVersion: true,
      expect: { attributes: { historySequence: 2 } },
      refusal,
    };
    await store.table.write([event]);
    expect(await store.table.get(keyOf('A'))).toMatchObject({ version: 7, historySequence: 3 });
    await expect(store.table.write([event])).rejects.toBe(refusal);
  });

  test('updates a structure of its own without touching the others, and nothing for undefined', async () => {
    const places = [{ name: 'Казань' }];
    await store.table.write([put('A', { version: 1, places, prices: [], startDate: '2026', name: 'a' })]);
    const prices = [{ kopecks: 100 }];
    await store.table.write([update({ prices, startDate: undefined }, { version: 1 })]);
    expect(await store.table.get(keyOf('A'))).toMatchObject({
      version: 2,
      places,
      prices,
      startDate: '2026',
      name: 'a',
    });
  });

  test('does nothing for an update of a missing item', async () => {
    const writing = store.table.write([
      update({ status: 'active' }, { attributes: { status: 'suspended' } }),
    ]);
    await expect(writing).rejects.toBe(refusal);
    expect(await store.table.get(keyOf('A'))).toBeUndefined();
  });

  test('removes and checks under conditions', async () => {
    await store.table.write([put('A', { version: 1 }), put('B', { version: 1 })]);
    const check: WriteAction = { check: keyOf('B'), expect: { version: 2 }, refusal };
    const remove: WriteAction = { remove: keyOf('A'), expect: { version: 1 }, refusal };
    await expect(store.table.write([remove, check])).rejects.toBe(refusal);
    await store.table.write([remove]);
    expect(await store.table.get(keyOf('A'))).toBeUndefined();
  });

  test('that is larger than DynamoDB takes is refused before it is sent', async () => {
    const text = incompressible(240_000);
    const tooLarge = expect.objectContaining({ code: 'payloadTooLarge' }) as Error;
    await expect(store.table.write([put('A', { text: text + text })])).rejects.toEqual(tooLarge);
    const many = Array.from({ length: 20 }, (_, index) => put(String(index), { text }));
    await expect(store.table.write(many)).rejects.toEqual(tooLarge);
    await store.table.write([put('A', { bytes: Buffer.alloc(340_000) })]);
    await store.table.write([put('B', { text: 'ы'.repeat(500_000) })]);
  });

  test.each([
    ['TransactionConflict', 'concurrentChange'],
    ['ThrottlingError', 'unavailable'],
  ])('that DynamoDB cancels because of %s is %s', async (reason, code) => {
    const cancelling = store.intercepted((command, forward) => {
      if (!(command instanceof TransactWriteItemsCommand)) return forward();
      throw new TransactionCanceledException({
        message: '',
        $metadata: {},
        CancellationReasons: [{ Code: 'None' }, { Code: reason }],
      });
    });
    await expect(cancelling.write([put('A', {}), put('B', {})])).rejects.toMatchObject({ code });
  });
});

describe('a batched read', () => {
  test('answers in the order of its keys, the same one twice as well', async () => {
    await store.table.write([put('A', { number: 1 }), put('B', { number: 2 })]);
    const items = await store.table.getMany(['B', 'absent', 'A', 'B'].map(keyOf));
    expect(items.map((item) => item?.['number'])).toEqual([2, undefined, 1, 2]);
  });

  test('asks again for what a busy engine left out, but not for ever', async () => {
    await store.table.write([put('A', { number: 1 }), put('B', { number: 2 })]);
    let calls = 0;
    const busyFor = (count: number) =>
      store.intercepted(async (command, forward) => {
        calls += 1;
        if (!(command instanceof BatchGetItemCommand) || calls > count) return forward();
        return { Responses: {}, UnprocessedKeys: command.input.RequestItems };
      });
    const items = await busyFor(2).getMany(['A', 'B'].map(keyOf));
    expect(items.map((item) => item?.['number'])).toEqual([1, 2]);
    calls = 0;
    await expect(busyFor(100).getMany([keyOf('A')])).rejects.toMatchObject({ code: 'unavailable' });
    expect(calls).toBe(4);
  });
});
