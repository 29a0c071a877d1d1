import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createHandlers } from '../../../../functions/services/handlers.ts';
import { routes } from '../../../../functions/services/routes.ts';
import type { Role } from '../../../../shared/auth/roles.ts';
import { productItem } from '../../../../shared/product/product-record.ts';
import { assertTmf } from '../../../contract/tmf.ts';
import {
  carrierPerson,
  seedManager,
  seedOperator,
  callerOf,
  type Call,
  type Person,
} from '../../../invoke.ts';
import { openTable, type TestTable } from '../../../table.ts';
import { itemsOf } from '../orders/fixture.ts';
import { idOf, productOf, seedProducts } from '../../../unit/functions/services/product-fixture.ts';

const list = 'GET /tmf-api/productInventory/v4/product';
const now = new Date('2026-03-02T09:00:00.000Z');

let test: TestTable;
let call: Call;
let alfa: (role: Role) => Person;
let beta: (role: Role) => Person;
let manager: Person;
let stranger: Person;
const support = carrierPerson('support');

async function open(): Promise<void> {
  test = await openTable();
  alfa = await seedOperator(test, 'alfa');
  beta = await seedOperator(test, 'beta');
  manager = await seedManager(test, 'maria', ['alfa']);
  stranger = await seedManager(test, 'mikhail', ['beta']);
  call = callerFor(test.table);
}

function callerFor(table: TestTable['table']): Call {
  let count = 0;
  const clock = () => now;
  const ids = () => `01KZ${'0'.repeat(18)}${String((count += 1)).padStart(4, '0')}`;
  return callerOf(routes, createHandlers({ table, clock, ids }), { table, clock });
}

/** Ids of a list. */
function idsOf(body: unknown): string[] {
  return z
    .array(z.object({ id: z.string() }))
    .parse(body)
    .map(({ id }) => id);
}

/** Which of the fixture's services a list contains. */
function numbersOf(body: unknown): number[] {
  return idsOf(body).map((id) => Number(id.slice(-4)));
}

async function putOffering(): Promise<void> {
  await test.put({
    pk: 'CARRIER',
    sk: 'OFFERING#l2vpn',
    characteristics: [
      {
        name: 'bandwidth',
        label: { ru: 'Скорость', en: 'Bandwidth' },
        description: { ru: '', en: '' },
        valueType: 'integer',
        mandatory: true,
        configurable: true,
        unit: 'Mbit/s',
      },
    ],
  });
}

describe('a list of services', () => {
  beforeAll(async () => {
    await open();
    await putOffering();
    await seedProducts(test, [
      ...Array.from({ length: 7 }, (_, index) => productOf('alfa', index + 1)),
      productOf('alfa', 8, { status: 'suspended', externalId: 'M9-17' }),
      productOf('alfa', 9, { status: 'terminated', externalId: 'm9-4', categoryIds: ['transit'] }),
      productOf('beta', 1),
    ]);
  });

  it('shows an operator its own services, newest first, as TMF637 defines them', async () => {
    const { status, headers, body } = await call(alfa('technical'), list);
    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'x-result-count': '9', 'x-total-count': '9' });
    expect(numbersOf(body)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1]);
    for (const product of body) assertTmf('TMF637', 'Product', product);
  });

  it('pages by link to the end, without repeating or leaving out a service', async () => {
    const seen: string[] = [];
    let next: string | undefined = `${list.slice(4)}?limit=4`;
    while (next !== undefined) {
      const { headers, body } = await call(alfa('technical'), `GET ${next}`);
      seen.push(...idsOf(body));
      next = /<(.*)>; rel="next"/.exec(headers['link'] ?? '')?.[1];
    }
    expect(seen).toHaveLength(9);
    expect(new Set(seen).size).toBe(9);
  });

  it.each([
    ['status=active&limit=3', [7, 6, 5]],
    ['status=suspended', [8]],
    ['status=suspended,terminated', [9, 8]],
    ['status=active&sort=orderDate&limit=2', [1, 2]],
    ['status=active&sort=orderDate&limit=2&offset=2', [3, 4]],
    ['reference=M9', [8, 9]],
    ['reference=m9-1', [8]],
    ['reference=M9&status=terminated', [9]],
    ['reference=%D0%BA%D0%B0%D0%BD%D0%B0%D0%BB%20000', [1, 2, 3, 4, 5, 6, 7]],
    ['categoryId=transit', [9]],
    ['productOfferingId=l2vpn&limit=2', [9, 8]],
    ['productOfferingId=other', []],
    ['placeName=%D0%91%D1%83%D1%82%D0%BB%D0%B5%D1%80%D0%BE%D0%B2%D0%B0,&limit=1', [9]],
    ['orderDate.gte=2026-01-01T00:00:08Z', [9, 8]],
    ['operatorId=alfa&limit=1', [9]],
  ])('filtered by %s contains %j', async (query, expected) => {
    const { status, body } = await call(alfa('administrator'), `${list}?${query}`);
    expect(status).toBe(200);
    expect(numbersOf(body)).toEqual(expected);
  });

  it.each([
    'colour=red',
    'status=broken',
    'sort=name',
    'productOffering.id=l2vpn',
    'cursor=AAAA',
    'fields=colour',
  ])('refuses %s, naming the parameter', async (query) => {
    const { status, body } = await call(alfa('technical'), `${list}?${query}`);
    expect(status).toBe(400);
    expect(body.problem[0].pointer).toBe(`?${query.split('=')[0] ?? ''}`);
  });

  it('refuses a cursor of another list', async () => {
    const { headers } = await call(alfa('technical'), `${list}?limit=2`);
    const cursor = new URLSearchParams(/\?(.*)>/.exec(headers['link'] ?? '')?.[1]).get('cursor') ?? '';
    expect((await call(alfa('technical'), `${list}?reference=m9&cursor=${cursor}`)).status).toBe(400);
    const foreign = await call(beta('technical'), `${list}?cursor=${cursor}`);
    expect(idsOf(foreign.body).filter((id) => !id.startsWith('beta-'))).toEqual([]);
  });

  it('requires an operator from the carrier’s people, with a clear error', async () => {
    for (const person of [manager, support]) {
      const { status, body } = await call(person, list);
      expect(status).toBe(400);
      expect(body.problem).toEqual([
        { pointer: '?operatorId', message: expect.stringContaining('оператора') as string },
      ]);
    }
    expect((await call(manager, `${list}?operatorId=alfa`)).body).toHaveLength(9);
    expect((await call(support, `${list}?operatorId=beta`)).body).toHaveLength(1);
  });

  it('of an operator outside the scope is not found, like that of one that does not exist', async () => {
    const foreign = await call(stranger, `${list}?operatorId=alfa`);
    const absent = await call(stranger, `${list}?operatorId=nobody`);
    expect(foreign).toEqual(absent);
    expect(foreign.status).toBe(404);
    expect((await call(beta('technical'), `${list}?operatorId=alfa`)).status).toBe(404);
  });

  it('takes one call if the display names are cached', async () => {
    const calls: string[] = [];
    const counted = test.intercepted((command, forward) => {
      calls.push(command.constructor.name);
      return forward();
    });
    const callCounted = callerFor(counted);
    await callCounted(alfa('technical'), list);
    calls.length = 0;
    await callCounted(alfa('technical'), list);
    expect(calls).toEqual(['QueryCommand']);
  });

  it.each(['finance', 'carrier-administrator'] as const)('is not allowed for %s', async (role) => {
    const person = role === 'finance' ? alfa(role) : carrierPerson(role);
    expect((await call(person, list)).body).toMatchObject({ status: '403', code: 'roleNotAllowed' });
  });
});

describe('one service', () => {
  const product = productOf('alfa', 1);
  const path = `/tmf-api/productInventory/v4/product/${idOf(product)}`;
  const transition = `POST /cabinet/v1/product/${idOf(product)}/transition`;
  const history = `GET /cabinet/v1/product/${idOf(product)}/history`;
  const suspension = { state: 'suspended', reason: 'Долг за январь' };

  beforeEach(async () => {
    await open();
    await putOffering();
    await seedProducts(test, [product]);
  });

  it('is read by its operator, its manager and support, in the language of the reader', async () => {
    for (const person of [alfa('administrator'), alfa('technical'), manager, support]) {
      const { status, headers, body } = await call(person, `GET ${path}`, {
        headers: { 'accept-language': 'en' },
      });
      expect([status, headers['etag'], body.name]).toEqual([200, '"1"', 'Line 0001']);
      expect(body.productCharacteristic[0]).toMatchObject({ label: 'Bandwidth', unitOfMeasure: 'Mbit/s' });
      assertTmf('TMF637', 'Product', body);
    }
  });

  it('returns the requested attributes, its id and its type', async () => {
    const { body } = await call(alfa('technical'), `GET ${path}?fields=status,place`);
    expect(Object.keys(body).sort()).toEqual(['@baseType', '@type', 'href', 'id', 'place', 'status']);
  });

  it('of another operator looks exactly like one that does not exist', async () => {
    const absent = idOf(productOf('alfa', 2));
    for (const person of [beta('technical'), stranger]) {
      const answer = await call(person, `GET ${path}`);
      expect(answer.status).toBe(404);
      expect(answer).toEqual(await call(person, `GET ${path.replace(idOf(product), absent)}`));
      expect(answer).toEqual(await call(person, history));
    }
  });

  it('is suspended by its manager, with a reason, and resumed', async () => {
    const suspended = await call(manager, transition, { body: suspension });
    expect([suspended.status, suspended.headers['etag'], suspended.body.status]).toEqual([
      200,
      '"2"',
      'suspended',
    ]);
    assertTmf('TMF637', 'Product', suspended.body);
    expect((await call(alfa('technical'), `${list}?status=suspended`)).body).toHaveLength(1);
    expect((await call(alfa('technical'), `${list}?status=active`)).body).toHaveLength(0);

    await call(manager, transition, { body: { state: 'active', reason: 'Оплачено' } });
    const { headers, body } = await call(alfa('technical'), history);
    expect(headers['x-total-count']).toBe('3');
    expect(body).toMatchObject([
      {
        side: 'carrier',
        kind: 'status',
        from: 'suspended',
        to: 'active',
        reason: 'Оплачено',
        at: now.toISOString(),
      },
      { side: 'carrier', kind: 'status', from: 'active', to: 'suspended', reason: 'Долг за январь' },
      { side: 'operator', kind: 'status', to: 'pendingActive', orderItem: { orderItemAction: 'add' } },
    ]);
    const told = { by: { role: 'manager' }, subject: { type: 'product', id: idOf(product) } };
    expect(await itemsOf(test, 'alfa', 'ACTIVITY#')).toMatchObject([
      { ...told, action: 'stateChanged', detail: 'suspended' },
      { ...told, action: 'stateChanged', detail: 'active' },
    ]);
  });

  it('has its history paged, newest first', async () => {
    await call(manager, transition, { body: suspension });
    const first = await call(alfa('technical'), `${history}?limit=1`);
    expect(first.body).toMatchObject([{ to: 'suspended' }]);
    const next = /<(.*)>; rel="next"/.exec(first.headers['link'] ?? '')?.[1] ?? '';
    const second = await call(alfa('technical'), `GET ${next}`);
    expect(second.body).toMatchObject([{ to: 'pendingActive' }]);
    expect(second.headers['link']).toBeUndefined();
  });

  it('can only be suspended while it is active; the error lists the possible states', async () => {
    await call(manager, transition, { body: suspension });
    const { status, body } = await call(manager, transition, { body: suspension });
    expect([status, body.code, body.allowed]).toEqual([409, 'transitionForbidden', ['active']]);
  });

  it.each([
    { state: 'terminated', reason: 'x' },
    { state: 'suspended' },
    { state: 'suspended', reason: ' ' },
    [],
  ])('is not changed by %j', async (body) => {
    expect((await call(manager, transition, { body })).status).toBe(400);
  });

  it('can only be changed by its manager', async () => {
    for (const person of [alfa('administrator'), alfa('technical'), support]) {
      expect((await call(person, transition, { body: suspension })).status).toBe(403);
    }
    expect((await call(stranger, transition, { body: suspension })).status).toBe(404);
  });

  it('is not changed with a stale version', async () => {
    await call(manager, transition, { body: suspension, headers: { 'if-match': '"1"' } });
    const resume = { state: 'active', reason: 'Оплачено' };
    const stale = await call(manager, transition, { body: resume, headers: { 'if-match': '"1"' } });
    expect([stale.status, stale.body.code]).toEqual([412, 'stale']);
    const current = await call(manager, transition, { body: resume, headers: { 'if-match': '"2"' } });
    expect(current.status).toBe(200);
  });

  it('is not overwritten when it changes between reading and writing', async () => {
    const raced = test.intercepted(async (command, forward) => {
      if (command.constructor.name === 'TransactWriteItemsCommand') {
        await test.put({
          pk: 'OP#alfa',
          sk: `PRODUCT#${product.ulid}`,
          ...productItem({ ...product, version: 2 }),
        });
      }
      return forward();
    });
    const { status, body } = await callerFor(raced)(manager, transition, { body: suspension });
    expect([status, body.code]).toEqual([409, 'concurrentChange']);
    expect((await call(alfa('technical'), history)).body).toHaveLength(1);
  });
});
