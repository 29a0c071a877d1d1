import { beforeEach, describe, expect, test } from 'vitest';
import type { OfferingRecord } from '../../../../shared/offering/offering-record.ts';
import {
  type Cabinet,
  change,
  connection,
  disconnection,
  itemsOf,
  openCabinet,
  orders,
  ours,
  putOffering,
  putProduct,
  transit,
} from './fixture.ts';

let cabinet: Cabinet;
beforeEach(async () => {
  cabinet = await openCabinet();
});

const service = '01KB0000000000000000000000';

interface Problem {
  pointer: string;
  message: string;
}

/** Problems of an order when it is validated and when it is placed: both are the same. */
async function problemsOf(body: unknown): Promise<[string, string][]> {
  const parts = { body, headers: { 'accept-language': 'en' } };
  const tried = await cabinet.call(cabinet.alfa, `POST ${ours}/validation`, parts);
  const placed = await cabinet.call(cabinet.alfa, `POST ${orders}`, parts);
  expect(tried.status).toBe(200);
  expect(tried.body.valid).toBe(placed.status === 201);
  if (placed.status !== 201) expect(placed.body.problem).toEqual(tried.body.problem);
  return (tried.body.problem as Problem[]).map(({ pointer, message }) => [pointer, message]);
}

const itemsOnly = (...productOrderItem: unknown[]) => ({ productOrderItem });

test('validating an order shows its prices and stores nothing', async () => {
  const { status, body } = await cabinet.call(cabinet.alfa, `POST ${ours}/validation`, {
    body: itemsOnly(connection('1'), connection('2', { bandwidth: 1000, port: '100GE' })),
  });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    '@type': 'CabinetProductOrderValidation',
    valid: true,
    problem: [],
    expectedCompletionDate: '2026-12-08T20:59:59.999Z',
    orderTotalPrice: [
      { priceType: 'oneTime', price: { dutyFreeAmount: { value: 250000.55 } } },
      { priceType: 'recurring', price: { dutyFreeAmount: { value: 144402 } } },
    ],
    productOrderItem: [
      { id: '1', productCharacteristic: [{ value: 200 }, { name: 'port', value: '10GE' }] },
      { id: '2', expectedCompletionDate: '2026-12-08T20:59:59.999Z' },
    ],
  });
  expect(await itemsOf(cabinet.store, 'alfa', 'ORDER')).toEqual([]);
});

test('users of a suspended operator can validate, but not order', async () => {
  await cabinet.store.put({
    pk: 'OP#alfa',
    sk: 'OPERATOR',
    schemaVersion: 1,
    version: 1,
    name: 'Alfa',
    status: 'suspended',
  });
  const body = itemsOnly(connection('1'));
  expect((await cabinet.call(cabinet.alfa, `POST ${ours}/validation`, { body })).status).toBe(200);
  expect(await cabinet.call(cabinet.alfa, `POST ${orders}`, { body })).toMatchObject({
    status: 403,
    body: { code: 'operatorSuspended' },
  });
});

test('every problem is reported at once, each with its pointer', async () => {
  const busy = await putProduct(cabinet.store, service, {
    openItem: { orderId: 'alfa-01KB0000000000000000000009', itemId: '7', action: 'modify' },
  });
  const problems = await problemsOf({
    requestedStartDate: '2026-11-20T09:00:00Z',
    requestedCompletionDate: '2026-11-19T09:00:00Z',
    productOrderItem: [
      connection('1', { bandwidth: 5, port: 'copper', colour: 'red' }),
      { id: '1', action: 'add', quantity: 3, productOffering: { id: 'transit' }, product: {} },
      { id: '3', action: 'add', productOffering: { id: 'nothing' } },
      { id: '4', action: 'modify' },
      { ...change('5', busy), productOrderItemRelationship: [{ id: '9', relationshipType: 'reliesOn' }] },
      disconnection('6', 'beta-01KB0000000000000000000000'),
    ],
  });
  expect(problems).toEqual([
    ['/requestedStartDate', 'Not before today, 2026-11-23'],
    ['/requestedCompletionDate', 'Not before today, 2026-11-23'],
    ['/requestedCompletionDate', 'Not before requestedStartDate'],
    ['/productOrderItem/1/id', 'Another item already has this id'],
    [
      '/productOrderItem/4/productOrderItemRelationship/0/id',
      'The order has no such item; there are: 1, 3, 4, 6',
    ],
    ['/productOrderItem/0/product/productCharacteristic/0/value', 'At least 10 Mbit/s'],
    ['/productOrderItem/0/product/productCharacteristic/1/value', 'One of: 10GE, 100GE'],
    [
      '/productOrderItem/0/product/productCharacteristic/2/name',
      'There is no such characteristic; there are: bandwidth, port, autonomousSystem',
    ],
    ['/productOrderItem/1/quantity', 'Must be 1: order several services as several items'],
    ['/productOrderItem/1/product/place', 'Specify where to deliver the service: at least one place'],
    [
      '/productOrderItem/1/product/productCharacteristic',
      'The characteristic bandwidth (Bandwidth) is missing',
    ],
    ['/productOrderItem/2/productOffering/id', 'There is no such offering'],
    ['/productOrderItem/3/product/id', 'Specify the id of the service'],
    ['/productOrderItem/5/product/id', 'There is no such service'],
    [
      '/productOrderItem/4/product/id',
      'The service already has an open order, alfa-01KB0000000000000000000009',
    ],
  ]);
});

describe('an offering', () => {
  test.each<[string, Partial<OfferingRecord>, string]>([
    ['that is still in design does not exist', { lifecycleStatus: 'inDesign' }, 'There is no such offering'],
    ['that is retired cannot be ordered', { lifecycleStatus: 'retired' }, 'The offering is retired'],
    [
      'that cannot be sold alone is refused',
      { isSellable: false },
      'The offering cannot be ordered by itself',
    ],
    [
      'cannot be ordered after its validity',
      { validFor: { endDateTime: '2026-11-23T09:00:00Z' } },
      'The offering is retired',
    ],
    [
      'cannot be ordered before its validity',
      { validFor: { startDateTime: '2026-11-23T09:00:00.001Z' } },
      'The offering is not valid before 2026-11-23T09:00:00.001Z',
    ],
  ])('%s', async (_name, parts, message) => {
    await putOffering(cabinet.store, { ...transit, ...parts });
    expect(await problemsOf(itemsOnly(connection('1')))).toEqual([
      ['/productOrderItem/0/productOffering/id', message],
    ]);
  });

  test('that is valid now can be ordered', async () => {
    const validFor = { startDateTime: '2026-11-23T09:00:00Z', endDateTime: '2026-11-23T09:00:00.001Z' };
    await putOffering(cabinet.store, { ...transit, validFor });
    expect(await problemsOf(itemsOnly(connection('1')))).toEqual([]);
  });
});

describe('an order for a service', () => {
  const at = '/productOrderItem/0/product';

  test.each([
    ['modify', 'suspended', 'The service is suspended; it must be: active'],
    ['modify', 'pendingActive', 'The service is pendingActive; it must be: active'],
    ['delete', 'terminated', 'The service is terminated; it must be: active, suspended'],
  ] as const)('to %s it is refused while it is %s', async (action, status, message) => {
    const id = await putProduct(cabinet.store, service, { status });
    const item = action === 'modify' ? change('1', id) : disconnection('1', id);
    expect(await problemsOf(itemsOnly(item))).toEqual([[`${at}/id`, message]]);
  });

  test('that would change nothing is refused', async () => {
    const id = await putProduct(cabinet.store, service);
    const nothing = 'Nothing changes: specify at least one characteristic with a new value';
    expect(await problemsOf(itemsOnly(change('1', id, { bandwidth: 100 })))).toEqual([
      [`${at}/productCharacteristic`, nothing],
    ]);
  });

  test('to change fixed characteristics is refused', async () => {
    const id = await putProduct(cabinet.store, service);
    const item = change('1', id, { bandwidth: 300, port: '100GE' });
    const moved = { ...item, product: { ...item.product, place: [{ role: 'installation', name: 'M10' }] } };
    expect(await problemsOf(itemsOnly(moved))).toEqual([
      [`${at}/place`, 'The place of a service cannot be changed: order a new one and disconnect this one'],
      [
        `${at}/productCharacteristic/1/value`,
        'This characteristic of a delivered service cannot be changed: 10GE',
      ],
    ]);
  });

  test('with a different offering is refused', async () => {
    const id = await putProduct(cabinet.store, service);
    const item = { ...change('1', id), productOffering: { id: 'voice' } };
    const problems = await problemsOf(itemsOnly(item));
    expect(problems).toContainEqual([
      '/productOrderItem/0/productOffering/id',
      'This service has a different offering: transit',
    ]);
  });

  test('twice in one order is refused', async () => {
    const id = await putProduct(cabinet.store, service);
    expect(await problemsOf(itemsOnly(change('1', id), disconnection('2', id)))).toEqual([
      ['/productOrderItem/1/product/id', 'Another item already refers to this service'],
    ]);
  });

  test('does not have to name its offering, but then needs another read', async () => {
    const id = await putProduct(cabinet.store, service);
    const { productOffering, ...item } = change('1', id);
    expect(productOffering.id).toBe('transit');
    expect(await problemsOf(itemsOnly(item))).toEqual([]);
  });

  test('that only gives context is refused', async () => {
    const id = await putProduct(cabinet.store, service);
    const problems = await problemsOf(itemsOnly({ id: '1', action: 'noChange', product: { id } }));
    expect(problems.map(([pointer]) => pointer)).toEqual(['/productOrderItem']);
  });

  test('may be of a retired offering, since the service exists already', async () => {
    await putOffering(cabinet.store, { ...transit, lifecycleStatus: 'retired' });
    const id = await putProduct(cabinet.store, service);
    expect(await problemsOf(itemsOnly(change('1', id)))).toEqual([]);
  });
});

describe('the shape of an order', () => {
  test.each<[string, unknown, string]>([
    ['an unknown attribute', { ...itemsOnly(connection('1')), colour: 'red' }, '/colour'],
    [
      'an unknown attribute of an item',
      itemsOnly({ ...connection('1'), colour: 'red' }),
      '/productOrderItem/0/colour',
    ],
    ['no items', { productOrderItem: [] }, '/productOrderItem'],
    ['an unknown action', itemsOnly({ id: '1', action: 'destroy' }), '/productOrderItem/0/action'],
    ['an invalid priority', { ...itemsOnly(connection('1')), priority: '5' }, '/priority'],
    [
      'more than forty items',
      itemsOnly(...Array.from({ length: 41 }, (_, index) => connection(String(index)))),
      '/productOrderItem',
    ],
  ])('%s is refused with its pointer', async (_name, body, pointer) => {
    const answer = await cabinet.call(cabinet.alfa, `POST ${orders}`, { body });
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalidRequest', problem: [{ pointer }] } });
  });

  test('ignores attributes that the server manages', async () => {
    const answer = await cabinet.call(cabinet.alfa, `POST ${orders}`, {
      body: {
        ...itemsOnly({ ...connection('1'), state: 'completed', itemPrice: [] }),
        id: 'mine',
        href: '/mine',
        state: 'completed',
        orderDate: '1999-01-01T00:00:00Z',
        relatedParty: [{ id: 'beta', '@referredType': 'Organization' }],
      },
    });
    expect(answer).toMatchObject({
      status: 201,
      body: { state: 'acknowledged', relatedParty: [{ id: 'alfa' }, { id: 'boris' }] },
    });
    expect(answer.body.id).toMatch(/^alfa-/);
    expect(answer.headers['location']).toBe(answer.body.href);
    const read = await cabinet.call(cabinet.alfa, `GET ${answer.body.href as string}`);
    expect(read.body).toEqual(answer.body);
  });
});

test('an order that would leave too little space for notes and progress is refused when it is placed', async () => {
  const name = (length: number) => 'ы'.repeat(length);
  const characteristics = Array.from({ length: 9 }, (_, index) => ({
    ...transit.characteristics[2]!,
    name: `note${index}`,
    pattern: undefined,
  }));
  await putOffering(cabinet.store, {
    ...transit,
    characteristics: [...transit.characteristics, ...characteristics],
  });
  const items = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      connection(String(index), {
        bandwidth: 100,
        ...Object.fromEntries(characteristics.map((characteristic) => [characteristic.name, name(950)])),
      }),
    );
  const tooLarge = await cabinet.call(cabinet.alfa, `POST ${orders}`, { body: itemsOnly(...items(12)) });
  expect(tooLarge).toMatchObject({ status: 413, body: { code: 'payloadTooLarge' } });
  const { status, body } = await cabinet.call(cabinet.alfa, `POST ${orders}`, {
    body: { ...itemsOnly(...items(10)), note: Array.from({ length: 10 }, () => ({ text: name(4000) })) },
  });
  expect(status).toBe(201);
  for (const state of ['inProgress', 'completed']) {
    const moved = await cabinet.call(cabinet.boris, `POST ${ours}/${body.id as string}/transition`, {
      body: { state },
    });
    expect(moved.status).toBe(200);
  }
});

test('an order of forty items of every kind is created, accepted and completed in one write each', async () => {
  const products = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      putProduct(cabinet.store, `01KB00000000000000000000${10 + index}`),
    ),
  );
  const items = [
    ...Array.from({ length: 20 }, (_, index) => connection(`a${index}`)),
    ...products.map((id, index) =>
      index % 2 === 0 ? change(`m${index}`, id) : disconnection(`d${index}`, id),
    ),
  ];
  const { status, body } = await cabinet.call(cabinet.alfa, `POST ${orders}`, {
    body: { productOrderItem: items, note: Array.from({ length: 10 }, () => ({ text: 'x'.repeat(4000) })) },
    headers: { 'idempotency-key': 'large' },
  });
  expect(status).toBe(201);
  for (const state of ['inProgress', 'completed']) {
    const answer = await cabinet.call(cabinet.boris, `POST ${ours}/${body.id as string}/transition`, {
      body: { state },
    });
    expect(answer).toMatchObject({ status: 200, body: { state } });
  }
});
