import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createHandlers as createOrderHandlers } from '../../../../functions/orders/handlers.ts';
import { routes as orderRoutes } from '../../../../functions/orders/routes.ts';
import { createHandlers } from '../../../../functions/services/handlers.ts';
import { routes } from '../../../../functions/services/routes.ts';
import { createIds } from '../../../../shared/table/ids.ts';
import type { Table } from '../../../../shared/table/table.ts';
import { type Call, callerOf, type Person, seedManager, seedOperator } from '../../../invoke.ts';
import { catalogItems } from '../../../samples/catalog-world.ts';
import { openTable, type TestTable } from '../../../table.ts';
import { idOf, productOf, seedProducts } from '../../../unit/functions/services/product-fixture.ts';

const product = productOf('alfa', 1, {
  offering: { id: 'l2-vpn-point-to-point', name: { ru: 'L2 VPN', en: 'L2 VPN' } },
  characteristics: [{ name: 'bandwidth', value: 100 }],
});
const id = idOf(product);

let test: TestTable;
let technical: Person;
let manager: Person;
let services: Call;
let orders: Call;

function callers(table: Table): { services: Call; orders: Call } {
  const clock = () => new Date('2026-03-02T09:00:00.000Z');
  const parts = { table, clock, ids: createIds(clock) };
  return {
    services: callerOf(routes, createHandlers(parts), { table, clock }),
    orders: callerOf(orderRoutes, createOrderHandlers(parts), { table, clock }),
  };
}

beforeEach(async () => {
  test = await openTable();
  technical = (await seedOperator(test, 'alfa', { managerSub: 'maria' }))('technical');
  manager = await seedManager(test, 'maria', ['alfa']);
  for (const item of catalogItems) await test.put(item);
  await seedProducts(test, [product]);
  ({ services, orders } = callers(test.table));
});

async function order(action: 'modify' | 'delete'): Promise<string> {
  const configuration =
    action === 'modify' ? { productCharacteristic: [{ name: 'bandwidth', value: 300 }] } : {};
  const { status, body } = await orders(
    technical,
    'POST /tmf-api/productOrderingManagement/v4/productOrder',
    {
      body: { productOrderItem: [{ id: '1', action, product: { id, ...configuration } }] },
    },
  );
  expect([status, body.code]).toEqual([201, undefined]);
  return z.string().parse(body.id);
}

async function decide(orderId: string, ...states: string[]): Promise<void> {
  for (const state of states) {
    const { status, body } = await orders(manager, `POST /cabinet/v1/productOrder/${orderId}/transition`, {
      body: { itemId: '1', state, reason: 'Так решено' },
    });
    expect([state, status, body.message]).toEqual([state, 200, undefined]);
  }
}

async function becomes(state: 'suspended' | 'active'): Promise<number> {
  const path = `POST /cabinet/v1/product/${id}/transition`;
  return (await services(manager, path, { body: { state, reason: 'Так решено' } })).status;
}

async function read() {
  const { body } = await services(technical, `GET /tmf-api/productInventory/v4/product/${id}`);
  const { status, openOrderItem, productCharacteristic } = z
    .object({
      status: z.string(),
      openOrderItem: z.unknown().optional(),
      productCharacteristic: z.array(z.object({ value: z.unknown() })),
    })
    .parse(body);
  return { status, isOpen: openOrderItem !== undefined, bandwidth: productCharacteristic[0]?.value };
}

async function history(): Promise<string[]> {
  const { body } = await services(technical, `GET /cabinet/v1/product/${id}/history`);
  return z
    .array(z.object({ kind: z.string(), from: z.string().optional(), to: z.string() }))
    .parse(body)
    .map(({ from, to }) => `${from ?? ''} → ${to}`)
    .toReversed()
    .slice(1);
}

describe('a service that is suspended while an order changes it', () => {
  it('is changed at completion, and stays suspended', async () => {
    const orderId = await order('modify');
    expect(await becomes('suspended')).toBe(200);
    await decide(orderId, 'inProgress', 'completed');
    expect(await read()).toEqual({ status: 'suspended', isOpen: false, bandwidth: 300 });
  });

  it('is handled likewise after acceptance', async () => {
    const orderId = await order('modify');
    await decide(orderId, 'inProgress');
    expect(await becomes('suspended')).toBe(200);
    await decide(orderId, 'completed');
    expect(await read()).toEqual({ status: 'suspended', isOpen: false, bandwidth: 300 });
    expect(await becomes('active')).toBe(200);
  });

  it('is unlocked when the order is rejected', async () => {
    const orderId = await order('modify');
    expect(await becomes('suspended')).toBe(200);
    await decide(orderId, 'rejected');
    expect(await read()).toEqual({ status: 'suspended', isOpen: false, bandwidth: 100 });
  });
});

describe('a service that is suspended while an order disconnects it', () => {
  it('is suspended again when the order fails', async () => {
    const orderId = await order('delete');
    expect(await becomes('suspended')).toBe(200);
    await decide(orderId, 'inProgress');
    expect(await read()).toMatchObject({ status: 'pendingTerminate', isOpen: true });
    await decide(orderId, 'failed');
    expect(await read()).toMatchObject({ status: 'suspended', isOpen: false });
    expect(await history()).toEqual([
      'active → suspended',
      'suspended → pendingTerminate',
      'pendingTerminate → suspended',
    ]);
  });

  it('is terminated by its completion', async () => {
    const orderId = await order('delete');
    expect(await becomes('suspended')).toBe(200);
    await decide(orderId, 'inProgress', 'completed');
    expect(await read()).toMatchObject({ status: 'terminated', isOpen: false });
  });

  it('can no longer be suspended once the order is accepted', async () => {
    const orderId = await order('delete');
    await decide(orderId, 'inProgress');
    expect(await becomes('suspended')).toBe(409);
    await decide(orderId, 'failed');
    expect(await read()).toMatchObject({ status: 'active', isOpen: false });
  });
});

describe('a suspended service', () => {
  it('can be resumed while an order disconnects it', async () => {
    await becomes('suspended');
    const orderId = await order('delete');
    expect(await becomes('active')).toBe(200);
    await decide(orderId, 'inProgress', 'failed');
    expect(await read()).toMatchObject({ status: 'active', isOpen: false });
  });
});

describe('suspending a service and deciding its order at the same time', () => {
  it.each(['modify', 'delete'] as const)('loses neither: an order to %s it', async (action) => {
    const orderId = await order(action);
    let isMeanwhile = false;
    // The carrier suspends between what the order's transition reads and what it writes.
    const raced = test.intercepted(async (command, forward) => {
      if (command.constructor.name === 'TransactWriteItemsCommand' && !isMeanwhile) {
        isMeanwhile = true;
        expect(await becomes('suspended')).toBe(200);
      }
      return forward();
    });
    orders = callers(raced).orders;
    await decide(orderId, 'inProgress');
    await decide(orderId, action === 'modify' ? 'completed' : 'failed');
    expect(await read()).toEqual({
      status: 'suspended',
      isOpen: false,
      bandwidth: action === 'modify' ? 300 : 100,
    });
  });

  it('asks the carrier to reload when an order locked the service between reading and suspending', async () => {
    let isMeanwhile = false;
    const raced = test.intercepted(async (command, forward) => {
      if (command.constructor.name === 'TransactWriteItemsCommand' && !isMeanwhile) {
        isMeanwhile = true;
        await order('modify');
      }
      return forward();
    });
    services = callers(raced).services;
    expect(await becomes('suspended')).toBe(409);
    expect(await read()).toMatchObject({ status: 'active', isOpen: true });
    expect(await becomes('suspended')).toBe(200);
  });
});
