import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { beforeAll, expect, it } from 'vitest';
import { createHandlers } from '../../../../functions/search/handlers.ts';
import { routes } from '../../../../functions/search/routes.ts';
import type { Role } from '../../../../shared/auth/roles.ts';
import {
  type Answer,
  type Call,
  callerOf,
  carrierPerson,
  type Person,
  seedManager,
  seedOperator,
} from '../../../invoke.ts';
import { openTable, type TestTable } from '../../../table.ts';
import { productOf, seedProducts } from '../../../unit/functions/services/product-fixture.ts';

const path = 'GET /cabinet/v1/search';

let test: TestTable;
let call: Call;
let alfa: (role: Role) => Person;
let manager: Person;
const support = carrierPerson('support');

/** An order whose id ends with a number; `age` puts the larger behind the smaller. */
async function putOrder(operatorId: string, age: number, number: string, externalId?: string): Promise<void> {
  const ulid = `01K${String(9999 - age).padStart(4, '0')}${'0'.repeat(11)}${number}`;
  await test.put({
    pk: `OP#${operatorId}`,
    sk: `ORDER#${ulid}`,
    operatorId,
    ulid,
    state: 'inProgress',
    items: [{ action: 'add', name: { ru: 'Аренда канала', en: 'Leased line' } }],
    ...(externalId === undefined
      ? {}
      : {
          externalId,
          referencePartition: `OP#${operatorId}#ORDER`,
          referenceSort: `${externalId.toLowerCase()}#${ulid}`,
        }),
  });
}

/** Numbers of the orders, and last characters of the services, in a response. */
function foundIn({ body }: Answer): { orders: string[]; services: string[] } {
  const { order, product } = routes.search.success.body.parse(body);
  return { orders: order.map(({ id }) => id.slice(-8)), services: product.map(({ id }) => id.slice(-8)) };
}

async function search(person: Person, q: string, operatorId?: string): Promise<Answer> {
  return call(person, path, { query: { q, ...(operatorId === undefined ? {} : { operatorId }) } });
}

beforeAll(async () => {
  test = await openTable();
  alfa = await seedOperator(test, 'alfa');
  await seedOperator(test, 'beta');
  manager = await seedManager(test, 'maria', ['alfa']);
  call = callerOf(routes, createHandlers(test), { table: test.table });
  await putOrder('alfa', 1, '4K7M9QX1', 'PO-2026-17');
  await putOrder('alfa', 2, 'AAAA1111');
  await putOrder('beta', 1, 'BBBB2222', 'PO-2026-99');
  await seedProducts(test, [
    productOf('alfa', 1, { externalId: 'PO-LINE-1' }),
    productOf('alfa', 2),
    productOf('beta', 3, { externalId: 'PO-LINE-3' }),
  ]);
});

it('finds orders and services by the beginning of the own reference, in any case', async () => {
  const answer = await search(alfa('technical'), 'po-');
  expect(answer.status).toBe(200);
  expect(foundIn(answer)).toEqual({ orders: ['4K7M9QX1'], services: ['00000001'] });
  expect(answer.body.order[0]).toMatchObject({
    name: 'Аренда канала',
    action: 'add',
    externalId: 'PO-2026-17',
  });
});

it('finds services by the beginning of the name in either language, with a reference and without', async () => {
  for (const name of ['Канал 0', 'LINE 0']) {
    const { orders, services } = foundIn(await search(alfa('administrator'), name));
    expect(orders).toEqual([]);
    expect(services.sort()).toEqual(['00000001', '00000002']);
  }
});

it('finds an order by its number as people write it, with letters for the digits that they look like', async () => {
  for (const number of ['4K7M-9QX1', '4k7m9qx1', ' 4K7M-9QXI '])
    expect(foundIn(await search(alfa('technical'), number))).toMatchObject({ orders: ['4K7M9QX1'] });
  expect(foundIn(await search(alfa('technical'), 'BBBB-2222'))).toMatchObject({ orders: [] });
});

it('finds one entity by its whole id', async () => {
  const [order] = (await search(alfa('technical'), '4K7M-9QX1')).body.order;
  expect(foundIn(await search(alfa('technical'), order.id))).toEqual({ orders: ['4K7M9QX1'], services: [] });
});

it('searches one operator for the carrier’s people, who have to specify it', async () => {
  expect(foundIn(await search(manager, 'PO-', 'alfa')).orders).toEqual(['4K7M9QX1']);
  for (const person of [manager, support]) {
    const { status, body } = await search(person, 'PO-');
    expect(status).toBe(400);
    expect(body.problem).toMatchObject([{ pointer: '?operatorId' }]);
  }
});

it('hides operators outside the portfolio, and other operators from an operator', async () => {
  expect((await search(manager, 'PO-', 'beta')).status).toBe(404);
  expect((await search(alfa('technical'), 'PO-', 'beta')).status).toBe(404);
});

it('shows support engineers services and no orders', async () => {
  expect(foundIn(await search(support, 'PO-', 'alfa'))).toEqual({ orders: [], services: ['00000001'] });
});

it('is not for the finance role, nor for one letter', async () => {
  expect((await search(alfa('finance'), 'PO-')).status).toBe(403);
  expect((await search(alfa('technical'), 'P')).body.problem).toMatchObject([{ pointer: '?q' }]);
});

it('costs three queries for Russian words, four for Latin ones and five for a number, and reads a hundred orders at most for it', async () => {
  const queries: (number | undefined)[] = [];
  const table = test.intercepted(async (command, forward) => {
    if (command instanceof QueryCommand) queries.push(command.input.Limit);
    return forward();
  });
  const counted = callerOf(routes, createHandlers({ table }), { table });
  await counted(alfa('technical'), path, { query: { q: 'канал' } });
  expect(queries).toHaveLength(3);
  await counted(alfa('technical'), path, { query: { q: 'line' } });
  expect(queries).toHaveLength(7);
  await counted(alfa('technical'), path, { query: { q: 'AAAA-1111' } });
  expect(queries).toHaveLength(12);
  expect(Math.max(...queries.map((limit) => limit ?? Infinity))).toBe(100);
});

it('does not find an order by number behind a hundred newer ones', async () => {
  await seedOperator(test, 'old');
  const person = { sub: 'old-technical', groups: ['operator-old', 'technical'] };
  await putOrder('old', 500, 'CCCC3333', 'PO-OLD');
  for (let age = 0; age < 99; age += 1) await putOrder('old', age, `DDDD${String(4000 + age)}`);
  expect(foundIn(await search(person, 'CCCC-3333')).orders).toEqual(['CCCC3333']);
  await putOrder('old', 99, 'DDDD9999');
  expect(foundIn(await search(person, 'CCCC-3333')).orders).toEqual([]);
  expect(foundIn(await search(person, 'po-old')).orders).toEqual(['CCCC3333']);
});
