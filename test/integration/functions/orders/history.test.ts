import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import { createHandlers as createOrderHandlers } from '../../../../functions/orders/handlers.ts';
import { routes as orderRoutes } from '../../../../functions/orders/routes.ts';
import { createHandlers } from '../../../../functions/services/handlers.ts';
import { routes } from '../../../../functions/services/routes.ts';
import { orderEventSchema } from '../../../../shared/order/order-event.ts';
import { productEventSchema } from '../../../../shared/product/product-history.ts';
import { createIds } from '../../../../shared/table/ids.ts';
import { callerOf } from '../../../invoke.ts';
import {
  type Cabinet,
  change,
  connection,
  disconnection,
  itemsOf,
  move,
  openCabinet,
  type Order,
  orders,
  ours,
  place,
  productOf,
  putProduct,
} from './fixture.ts';

let cabinet: Cabinet;

const serviceOf = ({ productOrderItem }: Order, itemId: string) =>
  productOrderItem.find(({ id }) => id === itemId)?.product.id ?? '';

beforeEach(async () => {
  cabinet = await openCabinet();
});

const ulidOf = (id: string) => id.split('-')[1] ?? '';

async function orderEvents(id: string) {
  const items = await itemsOf(cabinet.store, 'alfa', `ORDER/HISTORY#${ulidOf(id)}#`);
  return items.map((item) => orderEventSchema.parse(item));
}

async function serviceEvents(id: string) {
  const items = await itemsOf(cabinet.store, 'alfa', `PRODUCT/HISTORY#${ulidOf(id)}#`);
  return items.map((item) => productEventSchema.parse(item));
}

const numbersOf = (events: readonly { readonly sequence: number }[]) =>
  events.map(({ sequence }) => sequence);
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

const clock = () => new Date('2026-11-24T09:00:00.000Z');
const suspend = async (id: string, state = 'suspended') => {
  const { table } = cabinet.store;
  const services = callerOf(routes, createHandlers({ table, clock, ids: createIds(clock) }), {
    table,
    clock,
  });
  const body = { state, reason: 'x' };
  return (await services(cabinet.boris, `POST /cabinet/v1/product/${id}/transition`, { body })).status;
};

/** Calls with something else happening right before their first transaction. */
function preceded(first: () => Promise<unknown>) {
  let isFirst = true;
  const commands: string[] = [];
  const table = cabinet.store.intercepted(async (command, forward) => {
    commands.push(command.constructor.name);
    if (command instanceof TransactWriteItemsCommand && isFirst) {
      isFirst = false;
      await first();
    }
    return forward();
  });
  return { call: cabinet.callOver(table), commands };
}

describe('the histories of an order and its service', () => {
  test('are numbered from 1, without gaps for notes in between', async () => {
    const { id } = await place(cabinet, [connection('1')]);
    const note = () => cabinet.call(cabinet.alfa, `POST ${ours}/${id}/note`, { body: { text: 'x' } });
    await note();
    await move(cabinet, id, 'inProgress');
    await note();
    await move(cabinet, id, 'pending');
    const patch = { productOrderItem: [{ id: '1', product: { place: [{ role: 'a', name: 'M10' }] } }] };
    expect((await cabinet.call(cabinet.alfa, `PATCH ${orders}/${id}`, { body: patch })).status).toBe(200);
    await move(cabinet, id, 'inProgress');
    const done = await move(cabinet, id, 'completed');
    const events = await orderEvents(id);
    expect(numbersOf(events)).toEqual(upTo(6));
    expect(events.map(({ kind }) => kind)).toEqual([
      'created',
      'transition',
      'transition',
      'changed',
      'transition',
      'transition',
    ]);
    expect(new Set(events.map(({ requestId }) => requestId)).size).toBe(6);
    const productId = serviceOf(done, '1');
    expect(numbersOf(await serviceEvents(productId))).toEqual(upTo(3));
    expect(await productOf(cabinet, productId)).toMatchObject({ historySequence: 3 });
  });

  test('show the numbers, newest first, but no request ids', async () => {
    const { id } = await place(cabinet, [connection('1')]);
    await move(cabinet, id, 'inProgress');
    const { body } = await cabinet.call(cabinet.alfa, `GET ${ours}/${id}/history`);
    expect(body).toMatchObject([
      { id: '2', sequence: 2, kind: 'transition' },
      { id: '1', sequence: 1, kind: 'created' },
    ]);
    expect(JSON.stringify(body)).not.toMatch(/requestId|boris|alfa-technical/);
  });

  test('record the names of both sides at that time, but do not show them', async () => {
    const anna = { ...cabinet.alfa, name: 'Анна Северная' };
    const boris = { ...cabinet.boris, name: 'Борис Скрытый' };
    const { id } = await place({ ...cabinet, alfa: anna }, [connection('1')]);
    await move({ ...cabinet, boris }, id, 'inProgress');
    const names = async () => (await orderEvents(id)).map(({ by }) => by.name);
    expect(await names()).toEqual(['Анна Северная', 'Борис Скрытый']);
    await move({ ...cabinet, boris: { ...boris, name: 'Борис Новый' } }, id, 'pending');
    expect(await names()).toEqual(['Анна Северная', 'Борис Скрытый', 'Борис Новый']);
    const { body } = await cabinet.call(anna, `GET ${ours}/${id}/history`);
    expect(JSON.stringify(body)).not.toMatch(/Анна|Борис/);
  });

  test('have the request id of the log, so that support can find one by the other', async () => {
    const { id } = await place(cabinet, [connection('1')]);
    const logged: unknown[] = [];
    const { table } = cabinet.store;
    const call = callerOf(orderRoutes, createOrderHandlers({ table, clock, ids: createIds(clock) }), {
      table,
      clock,
      log: (code, fields) => logged.push({ code, ...fields }),
    });
    await call(cabinet.boris, `POST ${ours}/${id}/transition`, { body: { state: 'inProgress' } });
    const { requestId } = (await orderEvents(id)).at(-1) ?? {};
    expect(logged).toMatchObject([{ code: 'requestAnswered', routeId: 'transitionProductOrder', requestId }]);
    expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('have no gaps or duplicates after many concurrent writes', async () => {
    const productId = await putProduct(cabinet.store, '01KB0000000000000000000000');
    const { id } = await place(cabinet, [change('1', productId), connection('2')]);
    const patch = (priority: string) =>
      cabinet.call(cabinet.alfa, `PATCH ${orders}/${id}`, { body: { priority } });
    const accept = (itemId: string) =>
      cabinet.call(cabinet.boris, `POST ${ours}/${id}/transition`, { body: { itemId, state: 'inProgress' } });
    const note = () => cabinet.call(cabinet.alfa, `POST ${ours}/${id}/note`, { body: { text: 'x' } });
    const answers = await Promise.all([
      accept('1'),
      patch('1'),
      accept('2'),
      note(),
      suspend(productId).then((status) => ({ status })),
      patch('2'),
      note(),
      suspend(productId).then((status) => ({ status })),
    ]);
    for (const { status } of answers) expect([200, 201, 409]).toContain(status);
    const events = await orderEvents(id);
    const written = [answers[0], answers[1], answers[2], answers[5]].filter(({ status }) => status === 200);
    expect(numbersOf(events)).toEqual(upTo(1 + written.length));
    const ofService = await serviceEvents(productId);
    expect(numbersOf(ofService)).toEqual(upTo(ofService.length));
    expect(ofService.length).toBeGreaterThan(0);
    expect(await productOf(cabinet, productId)).toMatchObject({ historySequence: ofService.length });
  });
});

describe('an order that completes while its service', () => {
  test('is suspended reads it again, and its event follows the suspension', async () => {
    const productId = await putProduct(cabinet.store, '01KB0000000000000000000000');
    const { id } = await place(cabinet, [change('1', productId)]);
    await move(cabinet, id, 'inProgress');
    const { call, commands } = preceded(async () => {
      expect(await suspend(productId)).toBe(200);
    });
    const body = { state: 'completed' };
    expect((await call(cabinet.boris, `POST ${ours}/${id}/transition`, { body })).status).toBe(200);
    expect(commands.slice(-4)).toEqual([
      'GetItemCommand',
      'TransactWriteItemsCommand',
      'BatchGetItemCommand',
      'TransactWriteItemsCommand',
    ]);
    expect((await serviceEvents(productId)).map(({ sequence, kind }) => [sequence, kind])).toEqual([
      [1, 'status'],
      [2, 'change'],
    ]);
    expect(await productOf(cabinet, productId)).toMatchObject({
      status: 'suspended',
      historySequence: 2,
      characteristics: [{ value: 300 }, {}],
    });
    expect(numbersOf(await orderEvents(id))).toEqual(upTo(3));
  });

  test('is changed by a patch of the order lets one of them win, without a gap', async () => {
    const { id } = await place(cabinet, [connection('1')]);
    const accepted = await move(cabinet, id, 'inProgress');
    await move(cabinet, id, 'pending');
    const productId = serviceOf(accepted, '1');
    const body = { productOrderItem: [{ id: '1', product: { place: [{ role: 'a', name: 'M10' }] } }] };
    const { call } = preceded(() =>
      move(cabinet, id, 'inProgress').then(() => move(cabinet, id, 'completed')),
    );
    const late = await call(cabinet.alfa, `PATCH ${orders}/${id}`, { body });
    expect([late.status, late.body.code]).toEqual([409, 'concurrentChange']);
    expect(numbersOf(await serviceEvents(productId))).toEqual(upTo(2));
    expect(numbersOf(await orderEvents(id))).toEqual(upTo(5));
  });

  test('keeps the status that another disconnection of the order returns to', async () => {
    const first = await putProduct(cabinet.store, '01KB0000000000000000000000');
    const second = await putProduct(cabinet.store, '01KB0000000000000000000001');
    const { id } = await place(cabinet, [disconnection('1', first), disconnection('2', second)]);
    await move(cabinet, id, 'inProgress', { itemId: '1' });
    expect(await suspend(second)).toBe(200);
    await move(cabinet, id, 'inProgress', { itemId: '2' });
    await move(cabinet, id, 'failed');
    expect(await productOf(cabinet, first)).toMatchObject({ status: 'active', historySequence: 2 });
    expect(await productOf(cabinet, second)).toMatchObject({ status: 'suspended', historySequence: 3 });
    expect(numbersOf(await serviceEvents(second))).toEqual(upTo(3));
  });
});
