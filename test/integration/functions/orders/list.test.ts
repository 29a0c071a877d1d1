import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Answer, Person } from '../../../invoke.ts';
import {
  type Cabinet,
  connection,
  move,
  openCabinet,
  type Order,
  orders,
  place,
  putProduct,
  change,
} from './fixture.ts';

let cabinet: Cabinet;
beforeEach(async () => {
  cabinet = await openCabinet();
});

const list = (person: Person, query: Record<string, string> = {}) =>
  cabinet.call(person, `GET ${orders}`, { query });

const idsOf = ({ body }: Answer) => (body as { id: string }[]).map(({ id }) => id);

const nextOf = ({ headers }: Answer) => /<(.*)>; rel="next"/.exec(headers['link'] ?? '')?.[1];

/** Follows the next links to the end. */
async function walk(
  person: Person,
  query: Record<string, string>,
  between = async () => {},
): Promise<string[]> {
  let page = await list(person, query);
  const seen = idsOf(page);
  for (let next = nextOf(page); next !== undefined; next = nextOf(page)) {
    await between();
    page = await cabinet.call(person, `GET ${next}`);
    expect(page.status).toBe(200);
    seen.push(...idsOf(page));
  }
  return seen;
}

/** Orders, oldest first, a second apart. */
async function placeMany(
  count: number,
  parts: (index: number) => Record<string, unknown> = () => ({}),
): Promise<Order[]> {
  const placed: Order[] = [];
  for (let index = 0; index < count; index += 1) {
    placed.push(await place(cabinet, [connection('1')], parts(index)));
    cabinet.passMilliseconds(1000);
  }
  return placed;
}

describe('paging', () => {
  test('visits every order once, newest first or oldest first, also while orders are being added', async () => {
    const known = (await placeMany(12)).map(({ id }) => id);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 9 }), fc.boolean(), async (limit, oldestFirst) => {
        const query = { limit: String(limit), ...(oldestFirst ? { sort: 'orderDate' } : {}) };
        const before = await walk(cabinet.alfa, query);
        let added = 0;
        const seen = await walk(cabinet.alfa, query, async () => {
          // Paging towards the newest would never end while orders are being added.
          if (added === 3) return;
          added += 1;
          cabinet.passMilliseconds(1);
          known.push((await place(cabinet)).id);
        });
        expect(new Set(seen).size).toBe(seen.length);
        expect(seen).toEqual(oldestFirst ? known : before);
      }),
      { numRuns: 5 },
    );
  });

  test('has the total on the last page if it was reached from the first', async () => {
    await placeMany(3);
    const whole = await list(cabinet.alfa);
    expect(whole.headers).toMatchObject({ 'x-result-count': '3', 'x-total-count': '3' });
    const part = await list(cabinet.alfa, { limit: '2' });
    expect(part.headers['x-result-count']).toBe('2');
    expect(part.headers['x-total-count']).toBeUndefined();
  });

  test('does not return notes, history or terms', async () => {
    await place(cabinet, [connection('1')], { note: [{ text: 'x' }] });
    expect(idsOf(await list(cabinet.alfa))).toHaveLength(1);
  });
});

describe('a list of orders', () => {
  test('is filtered by state, reference, category and priority combined', async () => {
    const [first, second, third] = await placeMany(3, (index) => ({
      externalId: `Ref-${index}`,
      category: index === 2 ? 'b' : 'a',
      priority: index === 0 ? '1' : '2',
    }));
    await move(cabinet, second!.id, 'inProgress');
    await move(cabinet, third!.id, 'inProgress');
    const found = async (query: Record<string, string>) => idsOf(await list(cabinet.alfa, query));
    expect(await found({ state: 'inProgress' })).toEqual([third!.id, second!.id]);
    expect(await found({ state: 'inProgress,acknowledged', sort: 'orderDate' })).toEqual(
      [first, second, third].map((order) => order!.id),
    );
    expect(await found({ state: 'inProgress', category: 'a' })).toEqual([second!.id]);
    expect(await found({ externalId: 'ref-1' })).toEqual([second!.id]);
    expect(await found({ externalId: 'Ref' })).toEqual([]);
    expect(await found({ externalId: 'Ref-0,Ref-2' })).toEqual([third!.id, first!.id]);
    expect(await found({ priority: '1,3' })).toEqual([first!.id]);
    expect(await found({ state: 'held' })).toEqual([]);
  });

  test('is filtered by dates, with inclusive and exclusive bounds', async () => {
    const [first, second, third] = await placeMany(3);
    const found = async (query: Record<string, string>) => idsOf(await list(cabinet.alfa, query));
    const moment = second!.orderDate;
    expect(await found({ 'orderDate.gt': moment })).toEqual([third!.id]);
    expect(await found({ 'orderDate.gte': moment })).toEqual([third!.id, second!.id]);
    expect(await found({ 'orderDate.lt': moment })).toEqual([first!.id]);
    expect(await found({ 'orderDate.lte': moment })).toEqual([second!.id, first!.id]);
    expect(await found({ 'orderDate.gte': moment, 'orderDate.lte': moment, state: 'acknowledged' })).toEqual([
      second!.id,
    ]);
    expect(await found({ 'orderDate.gt': moment, 'orderDate.lt': moment })).toEqual([]);
    expect(await found({ 'orderDate.gte': '2026-11-24' })).toEqual([]);
    await move(cabinet, first!.id, 'inProgress');
    await move(cabinet, first!.id, 'completed');
    await move(cabinet, second!.id, 'inProgress');
    expect(await found({ 'completionDate.gte': '2026-11-23' })).toEqual([first!.id]);
    expect(await found({ 'expectedCompletionDate.lt': '2026-12-08' })).toEqual([second!.id, first!.id]);
  });

  test('can be sorted by delivery date, and then contains open orders only', async () => {
    const [first, second, third] = await placeMany(3, (index) => ({
      requestedCompletionDate: ['2027-03-01T09:00:00Z', '2027-02-01T09:00:00Z', '2027-01-20T09:00:00Z'][
        index
      ],
    }));
    expect(await walk(cabinet.alfa, { sort: 'expectedCompletionDate', limit: '1' })).toEqual(
      [third, second, first].map((order) => order!.id),
    );
    await move(cabinet, second!.id, 'rejected');
    expect(await walk(cabinet.alfa, { sort: 'expectedCompletionDate' })).toEqual([third!.id, first!.id]);
  });

  test('can be filtered by overdue orders and by the side that has to act', async () => {
    const [first, second] = await placeMany(2);
    await move(cabinet, second!.id, 'inProgress');
    await move(cabinet, second!.id, 'pending');
    cabinet.setTime('2026-11-25T09:00:00.000Z');
    expect(idsOf(await list(cabinet.alfa, { overdue: 'true' }))).toEqual([first!.id]);
    expect(idsOf(await list(cabinet.alfa, { overdue: 'false' }))).toEqual([second!.id]);
    expect(idsOf(await list(cabinet.alfa, { waitingFor: 'operator' }))).toEqual([second!.id]);
    expect(idsOf(await list(cabinet.alfa, { waitingFor: 'carrier', overdue: 'true' }))).toEqual([first!.id]);
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ['an unknown filter', { colour: 'red' }, /state, externalId, category, priority, orderDate\.gt/],
    ['an unknown sort', { sort: 'price' }, /-orderDate, orderDate, expectedCompletionDate/],
    ['an unknown state', { state: 'lost' }, /acknowledged, inProgress/],
    ['a limit that is too large', { limit: '101' }, /100/],
    ['an offset that is too large', { limit: '100', offset: '150' }, /next/],
    ['a forged cursor', { cursor: 'T1AjYmV0YQ' }, /next/],
  ])('refuses %s with the allowed values', async (_name, query, words) => {
    const answer = await list(cabinet.alfa, query);
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalidRequest' } });
    expect(answer.body.message).toMatch(words);
  });

  test('returns only the requested attributes and those that identify an order', async () => {
    await place(cabinet);
    const { body } = await list(cabinet.alfa, { fields: 'state,priority' });
    expect(Object.keys(body[0] as object).toSorted()).toEqual([
      '@baseType',
      '@type',
      'href',
      'id',
      'priority',
      'state',
    ]);
  });
});

describe('an account manager', () => {
  test('gets the open work of all its operators only, by due date', async () => {
    const [first] = await placeMany(1);
    const { body: ofBeta } = await cabinet.call(cabinet.beta, `POST ${orders}`, {
      body: { productOrderItem: [connection('1')] },
    });
    const third = await place(cabinet);
    await move(cabinet, first!.id, 'inProgress');
    expect(await walk(cabinet.boris, { limit: '1' })).toEqual([ofBeta.id, third.id, first!.id]);
    expect(idsOf(await list(cabinet.vera))).toEqual([]);
    await move(cabinet, third.id, 'rejected');
    expect(await walk(cabinet.boris, {})).toEqual([ofBeta.id, first!.id]);
    expect(idsOf(await list(cabinet.boris, { state: 'inProgress' }))).toEqual([first!.id]);
  });

  test('sees the list of one operator as the operator does', async () => {
    const [first, second] = await placeMany(2);
    expect(idsOf(await list(cabinet.boris, { operatorId: 'alfa' }))).toEqual([second!.id, first!.id]);
    expect((await list(cabinet.vera, { operatorId: 'alfa' })).status).toBe(404);
    expect((await list(cabinet.beta, { operatorId: 'alfa' })).status).toBe(404);
    expect((await list(cabinet.boris, { sort: '-orderDate' })).status).toBe(400);
  });

  test('no longer sees orders of an operator that left its portfolio in the queue', async () => {
    await placeMany(1);
    await cabinet.store.put({
      pk: 'USER#boris',
      sk: 'PORTFOLIO',
      schemaVersion: 1,
      version: 1,
      operatorIds: ['beta'],
    });
    cabinet.passMilliseconds(61_000);
    expect(idsOf(await list(cabinet.boris))).toEqual([]);
  });
});

test('an order is read by its operator and manager; for all others it does not exist', async () => {
  const { id } = await place(cabinet);
  const productId = await putProduct(cabinet.store, '01KB0000000000000000000000');
  const absent = await cabinet.call(cabinet.beta, `GET ${orders}/beta-01KB0000000000000000000000`);
  for (const person of [cabinet.beta, cabinet.vera]) {
    for (const request of [`GET ${orders}/${id}`, `POST /cabinet/v1/productOrder/${id}/note`]) {
      const answer = await cabinet.call(
        person,
        request,
        request.startsWith('POST') ? { body: { text: 'x' } } : {},
      );
      expect([answer.status, answer.body]).toEqual([404, absent.body]);
      expect(Object.keys(answer.headers)).toEqual(Object.keys(absent.headers));
    }
  }
  const stolen = await cabinet.call(cabinet.beta, `POST ${orders}`, {
    body: { productOrderItem: [change('1', productId)] },
  });
  expect(stolen).toMatchObject({
    status: 400,
    body: { problem: [{ pointer: '/productOrderItem/0/product/id' }] },
  });
  const support = { sub: 'support', groups: ['support'] };
  expect((await cabinet.call(support, `GET ${orders}/${id}`)).status).toBe(403);
  const finance = { sub: 'f', groups: ['operator-alfa', 'finance'] };
  expect((await cabinet.call(finance, `GET ${orders}/${id}`)).status).toBe(403);
});

test('a list of orders that repeat themselves fits into the answers of a function', async () => {
  const places = Array.from({ length: 10 }, () => ({ role: 'installation', name: 'ы'.repeat(300) }));
  const productOrderItem = Array.from({ length: 25 }, (_, index) => {
    const item = connection(String(index));
    return { ...item, product: { ...item.product, place: places } };
  });
  const count = 40;
  for (let order = 0; order < count; order += 1) {
    const placed = await cabinet.call(cabinet.alfa, `POST ${orders}`, { body: { productOrderItem } });
    expect(placed.status).toBe(201);
  }
  let found = 0;
  for (let next: string | undefined = `${orders}?limit=100`; next !== undefined;) {
    const page: Answer = await cabinet.call(cabinet.alfa, `GET ${next}`);
    expect(page.status).toBe(200);
    // Lambda's limit.
    expect(Buffer.byteLength(JSON.stringify(page.body))).toBeLessThan(6 * 1024 * 1024);
    found += idsOf(page).length;
    next = nextOf(page);
  }
  expect(found).toBe(count);
}, 60_000);
