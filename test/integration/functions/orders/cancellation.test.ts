import { beforeEach, expect, test } from 'vitest';
import {
  type Cabinet,
  cancellations,
  change,
  connection,
  move,
  openCabinet,
  orders,
  ours,
  place,
  productOf,
  putProduct,
} from './fixture.ts';

let cabinet: Cabinet;
beforeEach(async () => {
  cabinet = await openCabinet();
});

async function ask(id: string, parts: Record<string, unknown> = {}) {
  return cabinet.call(cabinet.alfa, `POST ${cancellations}`, {
    body: { productOrder: { id }, cancellationReason: 'No longer needed', ...parts },
  });
}

const read = async (href: string) =>
  (await cabinet.call(cabinet.alfa, `GET ${href}`)).body as { state: string };

test('a request puts every open item under assessment, as order and request show', async () => {
  const { id } = await place(cabinet, [connection('1'), connection('2')]);
  await move(cabinet, id, 'inProgress', { itemId: '1' });
  const { status, body, headers } = await ask(id, { requestedCancellationDate: '2026-11-30T09:00:00Z' });
  expect(status).toBe(201);
  expect(headers['location']).toBe(body.href);
  expect(body).toMatchObject({
    '@type': 'CancelProductOrder',
    state: 'acknowledged',
    cancellationReason: 'No longer needed',
    requestedCancellationDate: '2026-11-30T09:00:00Z',
    productOrder: { id },
  });
  expect((await cabinet.call(cabinet.alfa, `GET ${orders}/${id}`)).body).toMatchObject({
    state: 'assessingCancellation',
    waitingFor: 'carrier',
    dueDate: '2026-11-24T20:59:59.999Z',
    productOrderItem: [{ state: 'assessingCancellation' }, { state: 'assessingCancellation' }],
  });
});

test('an approved cancellation ends the order, its service and the request', async () => {
  const { id } = await place(cabinet);
  const accepted = await move(cabinet, id, 'inProgress');
  const { body: request } = await ask(id);
  await move(cabinet, id, 'pendingCancellation');
  expect(await read(request.href)).toMatchObject({ state: 'inProgress' });
  cabinet.setTime('2026-11-25T09:00:00.000Z');
  const order = await move(cabinet, id, 'cancelled');
  expect(order).toMatchObject({
    state: 'cancelled',
    cancellationDate: '2026-11-25T09:00:00.000Z',
    cancellationReason: 'No longer needed',
  });
  expect(await read(request.href)).toMatchObject({
    state: 'done',
    effectiveCancellationDate: '2026-11-25T09:00:00.000Z',
  });
  expect(await productOf(cabinet, accepted.productOrderItem[0]!.product.id!)).toMatchObject({
    status: 'cancelled',
  });
});

test('a cancellation before acceptance creates no service, and unlocks an existing one', async () => {
  const productId = await putProduct(cabinet.store, '01KB0000000000000000000000');
  const { id } = await place(cabinet, [connection('1'), change('2', productId)]);
  await ask(id);
  await move(cabinet, id, 'pendingCancellation');
  const order = await move(cabinet, id, 'cancelled');
  expect(order.productOrderItem[0]?.product.id).toBeUndefined();
  const product = await productOf(cabinet, productId);
  expect(product).toMatchObject({ status: 'active', characteristics: [{ value: 100 }, {}] });
  expect(product.openItem).toBeUndefined();
});

test('a refusal returns each item to its previous state only', async () => {
  const { id } = await place(cabinet, [connection('1'), connection('2')]);
  await move(cabinet, id, 'inProgress', { itemId: '1' });
  await move(cabinet, id, 'held', { itemId: '1' });
  const { body: request } = await ask(id);
  const wrong = await cabinet.call(cabinet.boris, `POST ${ours}/${id}/transition`, {
    body: { itemId: '1', state: 'inProgress', reason: 'x' },
  });
  expect(wrong).toMatchObject({ status: 409, body: { allowed: ['held', 'pendingCancellation'] } });
  await move(cabinet, id, 'held', { itemId: '1' });
  expect(await read(request.href)).toMatchObject({ state: 'inProgress' });
  await move(cabinet, id, 'acknowledged', { itemId: '2' });
  expect(await read(request.href)).toMatchObject({ state: 'terminatedWithError' });
  expect(await move(cabinet, id, 'inProgress')).toMatchObject({ state: 'inProgress' });
});

test('a partly refused request ends with an error, and with the date of the items that were cancelled', async () => {
  const { id } = await place(cabinet, [connection('1'), connection('2')]);
  const { body: request } = await ask(id);
  await move(cabinet, id, 'acknowledged', { itemId: '1' });
  await move(cabinet, id, 'pendingCancellation', { itemId: '2' });
  await move(cabinet, id, 'cancelled', { itemId: '2' });
  expect(await read(request.href)).toMatchObject({
    state: 'terminatedWithError',
    effectiveCancellationDate: expect.any(String),
  });
  expect((await ask(id)).status).toBe(201);
});

test('a request for a final order, or one already being cancelled, is refused', async () => {
  const { id } = await place(cabinet);
  await ask(id);
  expect(await ask(id)).toMatchObject({ status: 409, body: { code: 'transitionForbidden', allowed: [] } });
  await move(cabinet, id, 'pendingCancellation');
  expect((await ask(id)).status).toBe(409);
  await move(cabinet, id, 'cancelled');
  expect((await ask(id)).status).toBe(409);
});

test('an operator’s list is newest first; an account manager’s list contains undecided requests only', async () => {
  const requests: string[] = [];
  const ids: string[] = [];
  while (ids.length < 3) {
    cabinet.passMilliseconds(1000);
    const { id } = await place(cabinet);
    ids.push(id);
    requests.push((await ask(id)).body.id as string);
  }
  const list = async (person: 'alfa' | 'boris' | 'vera', query: Record<string, string> = {}) => {
    const { body } = await cabinet.call(cabinet[person], `GET ${cancellations}`, { query });
    return (body as { id: string }[]).map(({ id }) => id);
  };
  expect(await list('alfa')).toEqual(requests.toReversed());
  expect(await list('boris')).toEqual(requests);
  expect(await list('vera')).toEqual([]);
  expect(await list('alfa', { 'productOrder.id': ids[1]! })).toEqual([requests[1]]);
  await move(cabinet, ids[0]!, 'acknowledged');
  expect(await list('boris')).toEqual(requests.slice(1));
  expect(await list('alfa', { state: 'terminatedWithError' })).toEqual([requests[0]]);
});

test('only users who can read the order can read its request', async () => {
  const { id } = await place(cabinet);
  const { body: request } = await ask(id);
  const status = async (person: 'beta' | 'vera' | 'boris') =>
    (await cabinet.call(cabinet[person], `GET ${request.href}`)).status;
  expect(await status('beta')).toBe(404);
  expect(await status('vera')).toBe(404);
  expect(await status('boris')).toBe(200);
  const foreign = await cabinet.call(cabinet.beta, `POST ${cancellations}`, {
    body: { productOrder: { id } },
  });
  expect(foreign.status).toBe(404);
  const byManager = await cabinet.call(cabinet.boris, `POST ${cancellations}`, {
    body: { productOrder: { id } },
  });
  expect(byManager).toMatchObject({ status: 403, body: { code: 'roleNotAllowed' } });
});
