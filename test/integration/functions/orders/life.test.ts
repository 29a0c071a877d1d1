import { beforeEach, describe, expect, test } from 'vitest';
import {
  type Cabinet,
  change,
  connection,
  disconnection,
  move,
  openCabinet,
  type Order,
  orders,
  ours,
  place,
  productHistoryOf,
  productOf,
  putProduct,
} from './fixture.ts';

let cabinet: Cabinet;
beforeEach(async () => {
  cabinet = await openCabinet();
});

const service = '01KB0000000000000000000000';

const itemOf = ({ productOrderItem }: Order, id: string) => productOrderItem.find((item) => item.id === id)!;

describe('an order from submission to delivery', () => {
  test('is returned with its prices, milestones and expected date', async () => {
    const order = await place(cabinet, [connection('1')], { externalId: 'A-1', note: [{ text: 'Hello' }] });
    expect(order).toMatchObject({
      '@type': 'CabinetProductOrder',
      state: 'acknowledged',
      orderDate: '2026-11-23T09:00:00.000Z',
      externalId: 'A-1',
      priority: '4',
      waitingFor: 'carrier',
      dueDate: '2026-11-24T20:59:59.999Z',
      overdue: false,
      note: [{ text: 'Hello', author: 'Оператор, технический специалист' }],
      relatedParty: [
        { id: 'alfa', name: 'Alfa', role: 'customer' },
        { id: 'boris', role: 'accountManager' },
      ],
      milestone: [
        { name: 'submitted', status: 'met' },
        { name: 'accepted', status: 'expected', targetDate: '2026-11-24T20:59:59.999Z' },
        { name: 'delivered', status: 'expected', targetDate: '2026-12-08T20:59:59.999Z' },
      ],
      orderTotalPrice: [
        {
          priceType: 'oneTime',
          price: {
            dutyFreeAmount: { unit: 'RUB', value: 50000 },
            taxIncludedAmount: { value: 61000 },
            taxRate: 22,
          },
        },
        {
          priceType: 'recurring',
          recurringChargePeriod: 'month',
          price: { dutyFreeAmount: { value: 24067 }, taxIncludedAmount: { value: 29361.74 } },
        },
      ],
      productOrderItem: [
        {
          id: '1',
          state: 'acknowledged',
          product: {
            productCharacteristic: [
              { name: 'bandwidth', value: 200 },
              { name: 'port', value: '10GE' },
            ],
          },
          itemPrice: [
            { priceType: 'oneTime' },
            { priceType: 'recurring', description: '200 × 120.335 ₽', unitOfMeasure: '1 Mbit/s' },
            { priceType: 'usage', price: { dutyFreeAmount: { value: 0.123456 } } },
          ],
        },
      ],
    });
    expect(order.expectedCompletionDate).toBeUndefined();
    expect(order.productOrderItem[0]!.product.id).toBeUndefined();
  });

  test('gets a promised date and a service at acceptance, and ends with an active service', async () => {
    const { id } = await place(cabinet, [connection('1')], { externalId: 'A-1' });
    cabinet.setTime('2026-11-24T09:00:00.000Z');
    const accepted = await move(cabinet, id, 'inProgress', { reason: undefined });
    expect(accepted).toMatchObject({
      state: 'inProgress',
      expectedCompletionDate: '2026-12-08T20:59:59.999Z',
      dueDate: '2026-12-08T20:59:59.999Z',
    });
    const productId = accepted.productOrderItem[0]!.product.id!;
    expect(await productOf(cabinet, productId)).toMatchObject({
      status: 'pendingActive',
      statePartition: 'OP#alfa#PRODUCT#pendingActive',
      externalId: 'A-1',
      openItem: { orderId: id, itemId: '1', action: 'add' },
    });

    cabinet.setTime('2026-12-09T09:00:00.000Z');
    const done = await move(cabinet, id, 'completed');
    expect(done).toMatchObject({
      state: 'completed',
      completionDate: '2026-12-09T09:00:00.000Z',
      overdue: false,
    });
    expect(done.waitingFor).toBeUndefined();
    expect(done.milestone).toMatchObject([
      { name: 'submitted', status: 'met' },
      { name: 'accepted', status: 'met', actualDate: '2026-11-24T09:00:00.000Z' },
      { name: 'delivered', status: 'metLate', actualDate: '2026-12-09T09:00:00.000Z' },
    ]);
    const product = await productOf(cabinet, productId);
    expect(product).toMatchObject({
      status: 'active',
      statePartition: 'OP#alfa#PRODUCT#active',
      startDate: '2026-12-09T09:00:00.000Z',
      version: 2,
    });
    expect(product.openItem).toBeUndefined();
    expect(await productHistoryOf(cabinet, productId)).toEqual([
      { kind: 'status', from: undefined, to: 'pendingActive', reason: undefined },
      { kind: 'status', from: 'pendingActive', to: 'active', reason: 'As agreed' },
    ]);
  });

  test('shows its history: who, when, why, and every change of a promised date', async () => {
    const { id } = await place(cabinet);
    await move(cabinet, id, 'inProgress', {
      expectedCompletionDate: '2026-12-01T12:00:00+03:00',
      reason: undefined,
    });
    await move(cabinet, id, 'held', { reason: 'Waiting for fibre' });
    await move(cabinet, id, 'held', {
      reason: 'Still waiting',
      expectedCompletionDate: '2026-12-20T12:00:00+03:00',
    });
    const { body: history } = await cabinet.call(cabinet.alfa, `GET ${ours}/${id}/history`, {
      headers: { 'accept-language': 'en' },
    });
    expect(history).toMatchObject([
      {
        reason: 'Still waiting',
        author: 'Carrier, account manager',
        state: { from: 'held', to: 'held' },
        change: [
          {
            itemId: '1',
            attribute: 'expectedCompletionDate',
            from: '2026-12-01T09:00:00.000Z',
            to: '2026-12-20T09:00:00.000Z',
          },
        ],
      },
      { reason: 'Waiting for fibre', item: [{ id: '1', from: 'inProgress', to: 'held' }] },
      { change: [{ attribute: 'expectedCompletionDate', to: '2026-12-01T09:00:00.000Z' }] },
      { state: { to: 'acknowledged' }, side: 'operator' },
    ]);
    expect(JSON.stringify(history)).not.toContain('alfa-technical');
  });

  test('shows when the next action is overdue, also before acceptance', async () => {
    const { id } = await place(cabinet);
    cabinet.setTime('2026-11-25T09:00:00.000Z');
    const read = async () => (await cabinet.call(cabinet.alfa, `GET ${orders}/${id}`)).body as Order;
    expect(await read()).toMatchObject({ overdue: true, milestone: [{}, { status: 'overdue' }, {}] });
    await move(cabinet, id, 'inProgress');
    expect(await read()).toMatchObject({ overdue: false, milestone: [{}, { status: 'metLate' }, {}] });
    const asked = await move(cabinet, id, 'pending', { reason: 'Which rack?' });
    expect(asked).toMatchObject({ waitingFor: 'operator', dueDate: '2026-12-02T20:59:59.999Z' });
    cabinet.setTime('2026-12-03T09:00:00.000Z');
    expect(await read()).toMatchObject({ overdue: true, waitingFor: 'operator' });
    const answered = await cabinet.call(cabinet.alfa, `POST ${ours}/${id}/transition`, {
      body: { state: 'inProgress', reason: 'Rack 7' },
    });
    expect(answered.body).toMatchObject({ waitingFor: 'carrier', overdue: false });
  });

  test('an early requested date is accepted, and the promised date may be later', async () => {
    const order = await place(cabinet, [connection('1')], {
      requestedCompletionDate: '2026-11-24T12:00:00Z',
    });
    expect((await move(cabinet, order.id, 'inProgress')).expectedCompletionDate).toBe(
      '2026-12-07T20:59:59.999Z',
    );
    const late = await place(cabinet, [connection('1')], { requestedCompletionDate: '2027-02-01T12:00:00Z' });
    expect((await move(cabinet, late.id, 'inProgress')).expectedCompletionDate).toBe(
      '2027-02-01T12:00:00.000Z',
    );
  });

  test('a promised date that is later than the offering allows needs a reason', async () => {
    const { id } = await place(cabinet);
    const body = { state: 'inProgress', expectedCompletionDate: '2027-01-29T12:00:00Z' };
    const refused = await cabinet.call(cabinet.boris, `POST ${ours}/${id}/transition`, { body });
    expect(refused).toMatchObject({ status: 400, body: { problem: [{ pointer: '/reason' }] } });
    const taken = await move(cabinet, id, 'inProgress', { ...body, reason: 'No ports until January' });
    expect(taken.expectedCompletionDate).toBe('2027-01-29T12:00:00.000Z');
  });

  test('items progress independently, and the order follows', async () => {
    const { id } = await place(cabinet, [connection('1'), connection('2'), connection('3')]);
    expect(await move(cabinet, id, 'rejected', { itemId: '3' })).toMatchObject({ state: 'acknowledged' });
    expect(await move(cabinet, id, 'inProgress')).toMatchObject({ state: 'inProgress' });
    expect(await move(cabinet, id, 'held', { itemId: '2' })).toMatchObject({ state: 'held' });
    const partly = await move(cabinet, id, 'completed', { itemId: '1' });
    expect(partly).toMatchObject({ state: 'held' });
    expect(itemOf(partly, '3').product.id).toBeUndefined();
    await move(cabinet, id, 'inProgress', { itemId: '2' });
    expect(await move(cabinet, id, 'failed')).toMatchObject({
      state: 'partial',
      completionDate: expect.any(String),
    });
  });
});

describe('an order for an existing service', () => {
  test('changes it at completion, and locks it until then', async () => {
    const productId = await putProduct(cabinet.store, service);
    const order = await place(cabinet, [change('1', productId)]);
    expect(order.productOrderItem[0]).toMatchObject({
      product: { id: productId, productCharacteristic: [{ value: 300 }, { value: '10GE' }] },
      itemTotalPrice: [{ priceType: 'recurring', price: { dutyFreeAmount: { value: 36100.5 } } }],
    });
    const second = await cabinet.call(cabinet.alfa, `POST ${orders}`, {
      body: { productOrderItem: [disconnection('1', productId)] },
    });
    expect(second).toMatchObject({
      status: 409,
      body: { code: 'productBusy', problem: [{ pointer: '/productOrderItem/0/product/id' }] },
    });
    await move(cabinet, order.id, 'inProgress');
    expect((await productOf(cabinet, productId)).characteristics).toContainEqual({
      name: 'bandwidth',
      value: 100,
    });
    await move(cabinet, order.id, 'completed');
    const product = await productOf(cabinet, productId);
    expect(product).toMatchObject({ status: 'active', characteristics: [{ value: 300 }, { value: '10GE' }] });
    expect(product.prices.map(({ kopecks }) => kopecks)).toEqual([3_610_050, 12]);
    expect(product.openItem).toBeUndefined();
    expect(product.orderItems).toEqual([{ orderId: order.id, itemId: '1', action: 'modify' }]);
    expect(await productHistoryOf(cabinet, productId)).toEqual([
      { kind: 'change', from: 'bandwidth=100', to: 'bandwidth=300', reason: 'As agreed' },
    ]);
  });

  test.each(['rejected', 'failed'])('leaves it unchanged and unlocked when it is %s', async (end) => {
    const productId = await putProduct(cabinet.store, service);
    const { id } = await place(cabinet, [change('1', productId)]);
    if (end === 'failed') await move(cabinet, id, 'inProgress');
    await move(cabinet, id, end);
    expect(await productOf(cabinet, productId)).toMatchObject({
      status: 'active',
      characteristics: [{ value: 100 }, {}],
    });
    await place(cabinet, [disconnection('1', productId)]);
  });

  test('disconnects it: pending from acceptance, terminated at completion', async () => {
    const productId = await putProduct(cabinet.store, service);
    const { id } = await place(cabinet, [disconnection('1', productId)]);
    expect(await productOf(cabinet, productId)).toMatchObject({ status: 'active' });
    await move(cabinet, id, 'inProgress');
    expect(await productOf(cabinet, productId)).toMatchObject({ status: 'pendingTerminate' });
    await move(cabinet, id, 'completed');
    expect(await productOf(cabinet, productId)).toMatchObject({
      status: 'terminated',
      statePartition: 'OP#alfa#PRODUCT#terminated',
      terminationDate: expect.any(String),
    });
  });

  test('a suspended service can be disconnected, and is suspended again when that fails', async () => {
    const productId = await putProduct(cabinet.store, service, { status: 'suspended' });
    const { id } = await place(cabinet, [disconnection('1', productId)]);
    await move(cabinet, id, 'inProgress');
    await move(cabinet, id, 'failed');
    expect(await productOf(cabinet, productId)).toMatchObject({
      status: 'suspended',
      statePartition: 'OP#alfa#PRODUCT#suspended',
    });
    expect(await productHistoryOf(cabinet, productId)).toMatchObject([
      { from: 'suspended', to: 'pendingTerminate' },
      { from: 'pendingTerminate', to: 'suspended' },
    ]);
  });

  test('a service that was suspended between the order and its acceptance is treated as suspended', async () => {
    const productId = await putProduct(cabinet.store, service);
    const { id } = await place(cabinet, [disconnection('1', productId)]);
    const product = await productOf(cabinet, productId);
    await putProduct(cabinet.store, service, {
      ...product,
      status: 'suspended',
      version: product.version + 1,
      historySequence: product.historySequence + 1,
    });
    await move(cabinet, id, 'inProgress');
    await move(cabinet, id, 'failed');
    expect(await productOf(cabinet, productId)).toMatchObject({ status: 'suspended' });
  });

  test('a service that is suspended while it is being changed stays suspended', async () => {
    const productId = await putProduct(cabinet.store, service);
    const { id } = await place(cabinet, [change('1', productId)]);
    await move(cabinet, id, 'inProgress');
    const product = await productOf(cabinet, productId);
    await putProduct(cabinet.store, service, {
      ...product,
      status: 'suspended',
      version: product.version + 1,
      historySequence: product.historySequence + 1,
    });
    await move(cabinet, id, 'completed');
    expect(await productOf(cabinet, productId)).toMatchObject({
      status: 'suspended',
      characteristics: [{ value: 300 }, {}],
    });
  });

  test('an item that only gives context is not processed and locks nothing', async () => {
    const productId = await putProduct(cabinet.store, service);
    const order = await place(cabinet, [
      { id: 'c', action: 'noChange', product: { id: productId } },
      { ...connection('1'), productOrderItemRelationship: [{ id: 'c', relationshipType: 'reliesOn' }] },
    ]);
    expect(itemOf(order, 'c')).toMatchObject({ product: { id: productId }, milestone: [], overdue: false });
    expect(itemOf(order, 'c').state).toBeUndefined();
    expect((await productOf(cabinet, productId)).openItem).toBeUndefined();
    await move(cabinet, order.id, 'inProgress');
    expect(await move(cabinet, order.id, 'completed')).toMatchObject({ state: 'completed' });
  });
});
