import { beforeEach, expect, test } from 'vitest';
import {
  type Cabinet,
  change,
  connection,
  disconnection,
  itemsOf,
  move,
  openCabinet,
  orders,
  ours,
  place,
  productHistoryOf,
  productOf,
  putOffering,
  putProduct,
  transit,
} from './fixture.ts';

let cabinet: Cabinet;
beforeEach(async () => {
  cabinet = await openCabinet();
});

const patch = (id: string, body: unknown, headers: Record<string, string> = {}) =>
  cabinet.call(cabinet.alfa, `PATCH ${orders}/${id}`, {
    body,
    headers: { 'content-type': 'application/merge-patch+json', ...headers },
  });

const configured = (id: string, values: Record<string, unknown>, parts: Record<string, unknown> = {}) => ({
  productOrderItem: [
    {
      id,
      product: {
        productCharacteristic: Object.entries(values).map(([name, value]) => ({ name, value })),
        ...parts,
      },
    },
  ],
});

test('an operator changes its attributes, null removes them, and the history has the old values', async () => {
  const { id } = await place(cabinet, [connection('1')], { externalId: 'A-1', description: 'First' });
  const { status, body, headers } = await patch(id, {
    externalId: 'A-2',
    description: null,
    priority: '1',
    requestedCompletionDate: '2027-01-20T09:00:00Z',
  });
  expect(status).toBe(200);
  expect(headers['etag']).toBe('"2"');
  expect(body).toMatchObject({
    externalId: 'A-2',
    priority: '1',
    requestedCompletionDate: '2027-01-20T09:00:00Z',
  });
  expect(body.description).toBeUndefined();
  expect(body.milestone[2]).toMatchObject({ name: 'delivered', targetDate: '2027-01-20T09:00:00.000Z' });
  const { body: history } = await cabinet.call(cabinet.alfa, `GET ${ours}/${id}/history`);
  expect(history[0].change).toEqual([
    { attribute: 'externalId', from: 'A-1', to: 'A-2' },
    { attribute: 'description', from: 'First' },
    { attribute: 'priority', from: '4', to: '1' },
    { attribute: 'requestedCompletionDate', to: '2027-01-20T09:00:00Z' },
  ]);
  const { body: found } = await cabinet.call(cabinet.alfa, `GET ${orders}`, { query: { externalId: 'a-2' } });
  expect(found).toHaveLength(1);
});

test('a requested date does not change the promised one', async () => {
  const { id } = await place(cabinet);
  const { expectedCompletionDate } = await move(cabinet, id, 'inProgress');
  const { body } = await patch(id, { requestedCompletionDate: '2027-03-01T09:00:00Z' });
  expect(body.expectedCompletionDate).toBe(expectedCompletionDate);
});

test('changed items are checked and priced again, on the terms of the order', async () => {
  const { id } = await place(cabinet, [connection('1'), connection('2')]);
  await putOffering(cabinet.store, { ...transit, prices: [], characteristics: [] });
  const wrong = await patch(id, configured('2', { bandwidth: 5, colour: 'red' }));
  expect(wrong).toMatchObject({
    status: 400,
    body: {
      problem: [
        { pointer: '/productOrderItem/0/product/productCharacteristic/0/value' },
        { pointer: '/productOrderItem/0/product/productCharacteristic/1/name' },
      ],
    },
  });
  const { body } = await patch(id, configured('2', { bandwidth: 1000, port: '100GE' }));
  expect(body.productOrderItem[0].itemTotalPrice[1].price.dutyFreeAmount.value).toBe(24067);
  expect(body.productOrderItem[1].itemTotalPrice).toMatchObject([
    { priceType: 'oneTime', price: { dutyFreeAmount: { value: 200000.55 } } },
    { priceType: 'recurring', price: { dutyFreeAmount: { value: 120335 } } },
  ]);
});

test('an item that waits for the operator can be changed, together with its service', async () => {
  const { id } = await place(cabinet);
  const accepted = await move(cabinet, id, 'inProgress');
  const productId = accepted.productOrderItem[0]!.product.id!;
  const tooLate = await patch(id, configured('1', { bandwidth: 500 }));
  expect(tooLate).toMatchObject({ status: 409, body: { code: 'changeForbidden' } });
  await move(cabinet, id, 'pending', { reason: 'That much is not there' });
  const { status } = await patch(
    id,
    configured('1', { bandwidth: 150 }, { place: [{ role: 'installation', name: 'M10' }] }),
  );
  expect(status).toBe(200);
  expect(await productOf(cabinet, productId)).toMatchObject({
    status: 'pendingActive',
    characteristics: [{ name: 'bandwidth', value: 150 }, {}],
    places: [{ name: 'M10' }],
  });
  expect(await productHistoryOf(cabinet, productId)).toContainEqual({
    kind: 'change',
    from: 'bandwidth=200, place=installation: M9',
    to: 'bandwidth=150, place=installation: M10',
    reason: undefined,
  });
});

test('a patch of a change is checked against the current service', async () => {
  const productId = await putProduct(cabinet.store, '01KB0000000000000000000000');
  const { id } = await place(cabinet, [change('1', productId)]);
  expect(await patch(id, configured('1', { port: '100GE' }))).toMatchObject({
    status: 400,
    body: {
      problem: [
        {
          pointer: '/productOrderItem/0/product/productCharacteristic/0/value',
          message: expect.stringContaining('10GE'),
        },
      ],
    },
  });
  expect((await patch(id, configured('1', { bandwidth: 100 }))).status).toBe(400);
  const { body } = await patch(id, configured('1', { bandwidth: 400 }));
  expect(body.productOrderItem[0].product.productCharacteristic[0].value).toBe(400);
  expect(await productOf(cabinet, productId)).toMatchObject({ characteristics: [{ value: 100 }, {}] });
});

test('a patch that changes nothing writes nothing', async () => {
  const { id } = await place(cabinet, [connection('1')], { externalId: 'A-1' });
  const { status, headers } = await patch(id, { externalId: 'A-1', ...configured('1', { bandwidth: 200 }) });
  expect([status, headers['etag']]).toEqual([200, '"1"']);
  expect(await itemsOf(cabinet.store, 'alfa', 'ORDER/HISTORY#')).toHaveLength(1);
});

test.each([
  ['an attribute that the server manages', { state: 'cancelled' }, '/state'],
  ['an unknown attribute', { colour: 'red' }, '/colour'],
  ['another billing account', { billingAccount: { id: 'b' } }, '/billingAccount'],
  ['a date before today', { requestedStartDate: '2026-11-22T09:00:00Z' }, '/requestedStartDate'],
  ['an unknown item', configured('9', { bandwidth: 100 }), '/productOrderItem/0/id'],
  ['another action', { productOrderItem: [{ id: '1', action: 'delete' }] }, '/productOrderItem/0/action'],
  ['the same item twice', { productOrderItem: [{ id: '1' }, { id: '1' }] }, '/productOrderItem/1/id'],
  ['characteristics of a disconnection', configured('2', { bandwidth: 100 }), '/productOrderItem/0/product'],
  [
    'a missing place',
    { productOrderItem: [{ id: '1', product: { place: [] } }] },
    '/productOrderItem/0/product/place',
  ],
])('%s is refused with its pointer', async (_name, body, pointer) => {
  const productId = await putProduct(cabinet.store, '01KB0000000000000000000000');
  const { id } = await place(cabinet, [connection('1'), disconnection('2', productId)]);
  expect(await patch(id, body)).toMatchObject({ status: 400, body: { problem: [{ pointer }] } });
});

test('a final order cannot be changed', async () => {
  const { id } = await place(cabinet);
  await move(cabinet, id, 'rejected');
  expect(await patch(id, { priority: '0' })).toMatchObject({
    status: 409,
    body: { code: 'changeForbidden' },
  });
});

test('a stale version is refused, and the account manager can change orders by transitions only', async () => {
  const { id } = await place(cabinet);
  expect((await patch(id, { priority: '0' }, { 'if-match': '"7"' })).status).toBe(412);
  expect((await patch(id, { priority: '0' }, { 'if-match': '"1"' })).status).toBe(200);
  const byManager = await cabinet.call(cabinet.boris, `PATCH ${orders}/${id}`, { body: { priority: '1' } });
  expect(byManager.status).toBe(403);
  const stale = await cabinet.call(cabinet.boris, `POST ${ours}/${id}/transition`, {
    body: { state: 'inProgress' },
    headers: { 'if-match': '"1"' },
  });
  expect(stale).toMatchObject({ status: 412, body: { code: 'stale' } });
});

test('the order contains its newest ten notes, and a paged list contains all of them', async () => {
  const { id } = await place(cabinet, [connection('1')], { note: [{ text: 'first' }, { text: 'second' }] });
  for (const number of Array.from({ length: 10 }, (_, index) => index + 1)) {
    cabinet.passMilliseconds(1000);
    const person = number % 2 === 0 ? cabinet.boris : cabinet.alfa;
    const answer = await cabinet.call(person, `POST ${ours}/${id}/note`, {
      body: { text: `note ${number}` },
    });
    expect(answer).toMatchObject({ status: 201, body: { text: `note ${number}` } });
    expect(answer.headers['location']).toBe(`${ours}/${id}/note`);
  }
  const { body: order } = await cabinet.call(cabinet.alfa, `GET ${orders}/${id}`);
  const textsOf = (notes: { text: string }[]) => notes.map(({ text }) => text);
  expect(textsOf(order.note)).toEqual(Array.from({ length: 10 }, (_, index) => `note ${10 - index}`));
  const first = await cabinet.call(cabinet.alfa, `GET ${ours}/${id}/note`, { query: { limit: '10' } });
  const next = /<(.*)>; rel="next"/.exec(first.headers['link'] ?? '')?.[1];
  const second = await cabinet.call(cabinet.alfa, `GET ${String(next)}`);
  expect(textsOf(second.body)).toEqual(['second', 'first']);
  expect(order.note[0].author).toBe('Поставщик, персональный менеджер');
});

test('notes and history of a missing order, or another operator’s, are not found', async () => {
  const { id } = await place(cabinet);
  const absent = 'alfa-01KB0000000000000000000000';
  const statuses = await Promise.all(
    (['note', 'history'] as const).flatMap((kind) => [
      cabinet.call(cabinet.alfa, `GET ${ours}/${absent}/${kind}`),
      cabinet.call(cabinet.beta, `GET ${ours}/${id}/${kind}`),
      cabinet.call(cabinet.vera, `GET ${ours}/${id}/${kind}`),
      cabinet.call(cabinet.alfa, `GET ${ours}/nonsense/${kind}`),
    ]),
  );
  expect(new Set(statuses.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size).toBe(1);
  expect(statuses[0]?.status).toBe(404);
  expect((await cabinet.call(cabinet.alfa, `GET ${ours}/${id}/note`)).body).toEqual([]);
});
