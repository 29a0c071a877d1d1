import {
  BatchGetItemCommand,
  GetItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import { acceptanceItem, type Call } from '../../../invoke.ts';
import {
  type Cabinet,
  cancellations,
  change,
  connection,
  disconnection,
  itemsOf,
  move,
  openCabinet,
  orders,
  ours,
  place,
  putProduct,
} from './fixture.ts';

let cabinet: Cabinet;
beforeEach(async () => {
  cabinet = await openCabinet();
});

const service = '01KB0000000000000000000000';
const body = { productOrderItem: [connection('1')] };
const keyed = (key = 'k-1', content: unknown = body) => ({
  body: content,
  headers: { 'idempotency-key': key },
});
const order = (parts: { body: unknown; headers?: Record<string, string> }, call: Call = cabinet.call) =>
  call(cabinet.alfa, `POST ${orders}`, parts);
const countOrders = async () => (await itemsOf(cabinet.store, 'alfa', 'ORDER#')).length;

describe('an order that is sent again', () => {
  test('gets the same response as the first time', async () => {
    const first = await order(keyed());
    await move(cabinet, first.body.id as string, 'inProgress');
    const again = await order(keyed());
    expect(again).toEqual(first);
    expect(await countOrders()).toBe(1);
  });

  test('with another body is refused', async () => {
    await order(keyed());
    const other = await order(keyed('k-1', { productOrderItem: [connection('2')] }));
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotencyKeyReused' } });
  });

  test('with another key, or by another user, is another order', async () => {
    await order(keyed());
    await order(keyed('k-2'));
    await cabinet.store.put(acceptanceItem('olga'));
    await cabinet.call({ sub: 'olga', groups: ['operator-alfa', 'technical'] }, `POST ${orders}`, keyed());
    expect(await countOrders()).toBe(3);
  });

  test('after a day is another order', async () => {
    await order(keyed());
    cabinet.passMilliseconds(24 * 60 * 60 * 1000 + 1000);
    await order(keyed());
    expect(await countOrders()).toBe(2);
  });

  test('is created once by many concurrent requests', async () => {
    const productId = await putProduct(cabinet.store, service);
    const content = { productOrderItem: [connection('1'), change('2', productId)] };
    const answers = await Promise.all(Array.from({ length: 20 }, () => order(keyed('k', content))));
    expect(new Set(answers.map(({ status, body: { id } }) => `${status} ${String(id)}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    expect(await countOrders()).toBe(1);
  });

  test('is handled likewise for notes and cancellation requests', async () => {
    const { id } = await place(cabinet);
    const note = () => cabinet.call(cabinet.alfa, `POST ${ours}/${id}/note`, keyed('n', { text: 'x' }));
    expect(await note()).toEqual(await note());
    expect(await itemsOf(cabinet.store, 'alfa', 'ORDER/NOTE#')).toHaveLength(1);
    const subject = { type: 'productOrder', id };
    expect(await itemsOf(cabinet.store, 'alfa', 'ACTIVITY#')).toMatchObject([
      { action: 'created', subject },
      { action: 'noted', subject, by: { side: 'operator' } },
    ]);
    const cancel = () =>
      cabinet.call(cabinet.alfa, `POST ${cancellations}`, keyed('c', { productOrder: { id } }));
    const first = await cancel();
    expect(first.status).toBe(201);
    expect(await cancel()).toEqual(first);
  });
});

describe('concurrently', () => {
  test('two account managers cannot both decide', async () => {
    const { id } = await place(cabinet);
    const decide = (state: string) =>
      cabinet.call(cabinet.boris, `POST ${ours}/${id}/transition`, { body: { state, reason: 'x' } });
    const answers = await Promise.all([decide('inProgress'), decide('rejected'), decide('inProgress')]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
    expect(await itemsOf(cabinet.store, 'alfa', 'ORDER/HISTORY#')).toHaveLength(2);
    expect((await itemsOf(cabinet.store, 'alfa', 'PRODUCT#')).length).toBeLessThanOrEqual(1);
  });

  test('all of them can add a note', async () => {
    const { id } = await place(cabinet);
    const answers = await Promise.all(
      ['a', 'b', 'c', 'd'].map((text) =>
        cabinet.call(cabinet.alfa, `POST ${ours}/${id}/note`, { body: { text } }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    const { body: read } = await cabinet.call(cabinet.alfa, `GET ${orders}/${id}`);
    expect(read.note).toHaveLength(4);
  });

  test('two orders cannot both lock a service', async () => {
    const productId = await putProduct(cabinet.store, service);
    const answers = await Promise.all([
      order({ body: { productOrderItem: [change('1', productId)] } }),
      order({ body: { productOrderItem: [disconnection('1', productId)] } }),
      order({ body: { productOrderItem: [change('1', productId, { bandwidth: 500 })] } }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
    expect(await countOrders()).toBe(1);
  });

  test('many operators order without conflicts', async () => {
    const answers = await Promise.all([
      ...Array.from({ length: 10 }, () => order({ body })),
      ...Array.from({ length: 10 }, () => cabinet.call(cabinet.beta, `POST ${orders}`, { body })),
    ]);
    expect(answers.every(({ status }) => status === 201)).toBe(true);
  });
});

describe('a table that fails', () => {
  const failing = (error: Error, isAffected: (command: object) => boolean, isApplied = false) =>
    cabinet.callOver(
      cabinet.store.intercepted(async (command, forward) => {
        if (!isAffected(command)) return forward();
        if (isApplied) await forward();
        throw error;
      }),
    );
  const named = (name: string) => Object.assign(new Error('secret detail'), { name });
  const isWrite = (command: object) => command instanceof TransactWriteItemsCommand;

  test.each([
    ['is throttled', 'ThrottlingException'],
    ['does not respond in time', 'TimeoutError'],
    ['has an internal error', 'InternalServerError'],
  ])('because it %s causes a 503 without details and writes nothing', async (_how, name) => {
    const answer = await order(keyed(), failing(named(name), isWrite));
    expect(answer).toMatchObject({
      status: 503,
      body: { code: 'unavailable' },
      headers: { 'retry-after': '2' },
    });
    expect(JSON.stringify(answer.body)).not.toContain('secret');
    expect(await countOrders()).toBe(0);
    expect((await order(keyed())).status).toBe(201);
  });

  test('after a write does not cause a second order on retry', async () => {
    const lost = await order(keyed(), failing(named('TimeoutError'), isWrite, true));
    expect(lost.status).toBe(503);
    expect((await order(keyed())).status).toBe(201);
    expect(await countOrders()).toBe(1);
  });

  test('after a transition does not cause a second one on retry, and readers see the first', async () => {
    const { id } = await place(cabinet);
    const over = failing(named('TimeoutError'), isWrite, true);
    const decide = (call: Call) =>
      call(cabinet.boris, `POST ${ours}/${id}/transition`, { body: { state: 'inProgress' } });
    expect((await decide(over)).status).toBe(503);
    expect(await decide(cabinet.call)).toMatchObject({ status: 409, body: { code: 'transitionForbidden' } });
    expect(await itemsOf(cabinet.store, 'alfa', 'PRODUCT#')).toHaveLength(1);
  });

  test('during a read causes a 503', async () => {
    const over = failing(named('ThrottlingException'), (command) => command instanceof QueryCommand);
    expect((await over(cabinet.alfa, `GET ${orders}`)).status).toBe(503);
  });
});

describe('calls to the table', () => {
  /** Kinds of calls that a request makes, excluding those for its caller. */
  async function callsOf(run: (call: Call) => Promise<unknown>): Promise<string[]> {
    const calls: string[] = [];
    const call = cabinet.callOver(
      cabinet.store.intercepted((command, forward) => {
        const kinds = { GetItemCommand, BatchGetItemCommand, QueryCommand, TransactWriteItemsCommand };
        const [kind] = Object.entries(kinds).find(([, type]) => command instanceof type) ?? ['another'];
        calls.push(kind);
        return forward();
      }),
    );
    for (const person of [cabinet.alfa, cabinet.boris])
      await call(person, `GET ${orders}`, { query: { limit: '1' } });
    calls.length = 0;
    await run(call);
    return calls;
  }

  test('are one for a read, and at most one batched read and one transaction for a write', async () => {
    const productId = await putProduct(cabinet.store, service);
    const other = await putProduct(cabinet.store, '01KB0000000000000000000001');
    const { id } = await place(cabinet, [connection('1'), change('2', productId)]);
    const write = ['BatchGetItemCommand', 'TransactWriteItemsCommand'];
    const byAlfa = (request: string, parts = {}) => callsOf((call) => call(cabinet.alfa, request, parts));
    const byBoris = (state: string) =>
      callsOf((call) =>
        call(cabinet.boris, `POST ${ours}/${id}/transition`, { body: { state, reason: 'x' } }),
      );

    expect(await byAlfa(`GET ${orders}/${id}`)).toEqual(['GetItemCommand']);
    expect(await byAlfa(`GET ${orders}`, { query: { state: 'acknowledged' } })).toEqual(['QueryCommand']);
    expect(await byAlfa(`GET ${ours}/${id}/history`)).toEqual(['QueryCommand']);
    expect(await byAlfa(`POST ${ours}/validation`, { body })).toEqual(['BatchGetItemCommand']);
    expect(
      await byAlfa(
        `POST ${orders}`,
        keyed('k', { productOrderItem: [connection('1'), disconnection('2', other)] }),
      ),
    ).toEqual(write);
    expect(await byAlfa(`POST ${orders}`, { body })).toEqual(write);
    const configuration = {
      productOrderItem: [{ id: '1', product: { productCharacteristic: [{ name: 'bandwidth', value: 50 }] } }],
    };
    expect(await byAlfa(`PATCH ${orders}/${id}`, { body: configuration })).toEqual(write);
    expect(await byAlfa(`PATCH ${orders}/${id}`, { body: { priority: '1' } })).toEqual([
      'GetItemCommand',
      'TransactWriteItemsCommand',
    ]);
    expect(await byAlfa(`POST ${ours}/${id}/note`, { body: { text: 'x' } })).toEqual(write);
    expect(await byBoris('inProgress')).toEqual(['GetItemCommand', 'TransactWriteItemsCommand']);
    expect(await byBoris('completed')).toEqual(['GetItemCommand', 'TransactWriteItemsCommand']);
  });
});
