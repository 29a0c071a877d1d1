import { BatchGetItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, expect, test } from 'vitest';
import * as z from 'zod';
import type { SignedInScope } from '../../../../shared/auth/scope.ts';
import { CabinetError } from '../../../../shared/errors.ts';
import { Creation } from '../../../../shared/table/creation.ts';
import { idempotencyRequest } from '../../../../shared/table/idempotency.ts';
import { Partition } from '../../../../shared/table/partition.ts';
import type { Table } from '../../../../shared/table/table.ts';
import { insert } from '../../../../shared/table/write-actions.ts';
import { openTable, type TestTable } from '../../../table.ts';

let store: TestTable;
beforeEach(async () => {
  store = await openTable();
});

const scope: SignedInScope = { kind: 'support', sub: 'anna', roles: ['support'] };
const now = new Date('2026-11-23T09:00:00Z');
const partition = Partition.ofCarrier();
const lock = { partition, sortKey: 'LOCK' };

/** Creates a thing that takes hold of a lock: the second that comes is refused. */
async function create(table: Table, name: string, { key = 'k', body = 'b', at = now } = {}) {
  const request = idempotencyRequest(scope, 'createThing', key, body, at);
  const creation = new Creation(table, request, z.object({ name: z.string() }));
  return creation.run(async () => {
    const { earlier, found: held } = await creation.load([lock], ([item]) => item);
    if (earlier !== undefined) return earlier;
    if (held !== undefined) throw new CabinetError('productBusy');
    return creation.save([insert(lock, { name }, new CabinetError('alreadyExists'))], {
      body: { name },
      version: 1,
      location: `/things/${name}`,
    });
  });
}

test('the first answer is repeated, whatever the request would do now', async () => {
  const first = await create(store.table, 'one');
  expect(await create(store.table, 'two')).toEqual(first);
});

test('another body under the same key is refused', async () => {
  await create(store.table, 'one');
  await expect(create(store.table, 'two', { body: 'c' })).rejects.toMatchObject({
    code: 'idempotencyKeyReused',
  });
});

test('the answer is forgotten after a day, even while the table still holds it', async () => {
  await create(store.table, 'one');
  const later = new Date(now.getTime() + 24 * 60 * 60 * 1000);
  await expect(create(store.table, 'two', { at: later })).rejects.toMatchObject({ code: 'productBusy' });
});

test('who finds the lock of a twin that won meanwhile is answered as the twin was', async () => {
  let isFirst = true;
  // A batched read is no snapshot: it can miss the answer and yet find the lock.
  const late = store.intercepted(async (command, forward) => {
    if (!(command instanceof BatchGetItemCommand) || !isFirst) return forward();
    isFirst = false;
    await create(store.table, 'one');
    const found = (await forward()) as { Responses: Record<string, { sk: { S: string } }[]> };
    const [name = ''] = Object.keys(found.Responses);
    return { Responses: { [name]: found.Responses[name]!.filter(({ sk }) => sk.S === 'LOCK') } };
  });
  expect(await create(late, 'two')).toMatchObject({ body: { name: 'one' } });
});

test('who loses to a twin between reading and writing is answered as the twin was', async () => {
  let isFirst = true;
  const late = store.intercepted(async (command, forward) => {
    const answer = await forward();
    if (!(command instanceof BatchGetItemCommand) || !isFirst) return answer;
    isFirst = false;
    await create(store.table, 'one');
    return answer;
  });
  expect(await create(late, 'two')).toMatchObject({ body: { name: 'one' } });
});

test('a refusal that is no echo stays a refusal', async () => {
  await create(store.table, 'one');
  await expect(create(store.table, 'two', { key: 'another' })).rejects.toMatchObject({ code: 'productBusy' });
});
