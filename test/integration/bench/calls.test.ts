import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allowedCalls, callsOf, countCalls } from '../../bench/calls.ts';
import { operations } from '../../samples/capabilities.ts';
import { setEnvironment } from '../../samples/in-process.ts';
import { type Outside, startOutside } from '../../samples/outside.ts';
import { openTable, type TestTable } from '../../table.ts';

let table: TestTable;
let outside: Outside;
beforeAll(async () => {
  table = await openTable();
  outside = await startOutside();
  await setEnvironment(table, outside);
});
afterAll(() => outside.close());

it('a call to S3 is named by its method and subresource', async () => {
  const remove = operations.find(({ routeId }) => routeId === 'removeOrderAttachment')!;
  expect(await callsOf(remove, { ...table, restore: outside.restore })).toContain('S3 POST ?delete');
});

describe('a warm function reads in one call, and writes in at most one read and one transaction:', () => {
  it.each(operations)('$capability $routeId', async (operation) => {
    const counted = countCalls(await callsOf(operation, { ...table, restore: outside.restore }));
    const allowed = allowedCalls(operation);
    expect(counted.reads).toBeLessThanOrEqual(allowed.reads);
    expect(counted.transactions).toBeLessThanOrEqual(allowed.transactions);
    expect(counted.others).toBeLessThanOrEqual(allowed.others);
  });
});
