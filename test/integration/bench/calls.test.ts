import { beforeAll, describe, expect, it } from 'vitest';
import { allowedCalls, callsOf, countCalls } from '../../bench/calls.ts';
import { operations } from '../../samples/capabilities.ts';
import { setEnvironment } from '../../samples/in-process.ts';
import { openTable, type TestTable } from '../../table.ts';

let table: TestTable;
beforeAll(async () => {
  table = await openTable();
  await setEnvironment(table);
});

describe('a warm function reads in one call, and writes in at most one read and one transaction:', () => {
  it.each(operations)('$capability $routeId', async (operation) => {
    const counted = countCalls(await callsOf(operation, table));
    const allowed = allowedCalls(operation);
    expect(counted.reads).toBeLessThanOrEqual(allowed.reads);
    expect(counted.transactions).toBeLessThanOrEqual(allowed.transactions);
    expect(counted.others).toBe(0);
  });
});
