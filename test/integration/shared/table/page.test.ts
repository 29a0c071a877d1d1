import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { Partition } from '../../../../shared/table/partition.ts';
import { beginningWith, readPage, type List } from '../../../../shared/table/page.ts';
import { highest } from '../../../../shared/table/table.ts';
import { incompressible } from '../../../incompressible.ts';
import { openTable, type TestTable } from '../../../table.ts';

let store: TestTable;

beforeAll(async () => {
  store = await openTable();
  for (const number of numbers) await put(number);
  await store.catchUp();
});

const numbers = Array.from({ length: 23 }, (_, index) => 2 * index);
const nameOf = (number: number) => String(number).padStart(26, '0');

async function put(number: number): Promise<void> {
  const { key } = Partition.ofCarrier();
  await store.put({
    pk: key,
    sk: `THING#${nameOf(number)}`,
    number,
    duePartition: key,
    dueSort: nameOf(number),
  });
}

const things = (newestFirst: boolean, accepts?: (number: number) => boolean): List<number> => ({
  partition: Partition.ofCarrier(),
  ...beginningWith('THING#'),
  newestFirst,
  parse: (item) => z.number().parse(item['number']),
  accepts,
});

async function walk(list: List<number>, limit: number): Promise<number[]> {
  const seen: number[] = [];
  let cursor: string | undefined;
  do {
    const page = await readPage(store.table, list, { limit, offset: 0, cursor });
    seen.push(...page.entities);
    cursor = page.next;
  } while (cursor !== undefined);
  return seen;
}

test('following the next links returns everything once and in order, for any page size', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 30 }),
      fc.boolean(),
      fc.integer({ min: 1, max: 7 }),
      async (limit, newestFirst, divisor) => {
        const order = newestFirst ? numbers.toReversed() : numbers;
        expect(await walk(things(newestFirst), limit)).toEqual(order);
        const isChosen = (number: number) => number % divisor === 0;
        expect(await walk(things(newestFirst, isChosen), limit)).toEqual(order.filter(isChosen));
      },
    ),
    { numRuns: 25 },
  );
});

test('a list in an index is walked like one in a partition', async () => {
  const inIndex = {
    ...things(false),
    partition: { index: 'byDue', key: Partition.ofCarrier().key },
    from: '0',
    to: highest,
  } as const;
  expect(await walk(inIndex, 4)).toEqual(numbers);
  expect(await walk({ ...inIndex, newestFirst: true }, 4)).toEqual(numbers.toReversed());
});

test('an offset skips, and the last page of a list that was read from its start says how many there are', async () => {
  const read = (offset: number, limit: number) => readPage(store.table, things(false), { limit, offset });
  expect(await read(3, 2)).toMatchObject({ entities: [6, 8], total: undefined });
  expect(await read(20, 10)).toEqual({ entities: [40, 42, 44], next: undefined, total: 23 });
  expect(await read(50, 10)).toEqual({ entities: [], next: undefined, total: 23 });
});

test('an offset that is too large, or used with a cursor, points to the next link', async () => {
  const read = (paging: { limit: number; offset: number; cursor?: string }) =>
    readPage(store.table, things(false), paging);
  await expect(read({ limit: 100, offset: 101 })).rejects.toMatchObject({
    code: 'invalidRequest',
    details: { problems: [{ pointer: '?offset' }] },
  });
  const { next } = await read({ limit: 2, offset: 0 });
  await expect(read({ limit: 2, offset: 2, cursor: next! })).rejects.toMatchObject({
    code: 'invalidRequest',
  });
});

test('a cursor that does not belong to the list is refused', async () => {
  for (const sortKey of ['OTHER#1', 'THING', 'THINH#', '']) {
    const cursor = Buffer.from(sortKey).toString('base64url');
    const page = readPage(store.table, things(true), { limit: 2, offset: 0, cursor });
    await expect(page).rejects.toMatchObject({ details: { problems: [{ pointer: '?cursor' }] } });
  }
});

test('a page ends before documents that are small only as they are stored', async () => {
  const large = await openTable();
  const { key } = Partition.ofCarrier();
  const filling = 'x'.repeat(400_000);
  for (const number of [...Array(5).keys()]) {
    await large.put({ pk: key, sk: `THING#${nameOf(number)}`, number, filling });
  }
  await large.put({ pk: key, sk: `THING#${nameOf(5)}`, number: 5, filling: 'x'.repeat(1_500_000) });
  const read: (readonly number[])[] = [];
  let cursor: string | undefined;
  do {
    const page = await readPage(large.table, things(false), { limit: 100, offset: 0, cursor });
    read.push(page.entities);
    cursor = page.next;
  } while (cursor !== undefined);
  expect(read).toEqual([[0, 1], [2, 3], [4], [5]]);
});

test('a filter that no index serves reads one page of the engine and says that there is more', async () => {
  const large = await openTable();
  const { key } = Partition.ofCarrier();
  const filling = incompressible(130_000);
  for (const number of [...Array(15).keys()]) {
    await large.put({ pk: key, sk: `THING#${nameOf(number)}`, number, filling });
  }
  let calls = 0;
  const counted = large.intercepted((_, forward) => {
    calls += 1;
    return forward();
  });
  const list = things(false, (number) => number === 14);
  const first = await readPage(counted, list, { limit: 5, offset: 0 });
  expect(first).toMatchObject({ entities: [], total: undefined });
  expect(calls).toBe(1);
  const second = await readPage(counted, list, { limit: 5, offset: 0, cursor: first.next });
  expect(second).toEqual({ entities: [14], next: undefined, total: undefined });
  await expect(readPage(counted, list, { limit: 5, offset: 1 })).rejects.toMatchObject({
    details: { problems: [{ pointer: '?offset' }] },
  });
});
