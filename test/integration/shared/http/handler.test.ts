import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { CabinetError } from '../../../../shared/errors.ts';
import { defineRoutes } from '../../../../shared/http/route.ts';
import { paging, selection } from '../../../../shared/http/list-query.ts';
import { Partition } from '../../../../shared/table/partition.ts';
import {
  type Call,
  callerOf,
  carrierPerson,
  type Person,
  seedManager,
  seedOperator,
} from '../../../invoke.ts';
import { openTable, type TestTable } from '../../../table.ts';

const thing = z.strictObject({ id: z.string(), href: z.string(), '@type': z.string(), size: z.int() });
const routes = defineRoutes({
  listThings: {
    method: 'GET',
    path: '/things',
    summary: 'Lists',
    access: ['technical', 'manager'],
    query: z.strictObject({ ...paging, ...selection }),
    success: { status: 200, body: z.array(thing) },
  },
  readThing: {
    method: 'GET',
    path: '/things/{id}',
    summary: 'Reads',
    access: ['technical', 'manager'],
    params: z.object({ id: z.string() }),
    query: z.strictObject(selection),
    success: { status: 200, body: thing },
  },
  createThing: {
    method: 'POST',
    path: '/things',
    summary: 'Creates',
    access: ['technical'],
    body: z.strictObject({ size: z.int() }),
    creates: true,
    success: { status: 201, body: thing },
  },
  readPublic: {
    method: 'GET',
    path: '/public',
    summary: 'Reads',
    access: 'public',
    success: { status: 204 },
  },
});

const one = { id: '1', href: '/things/1', '@type': 'Thing', size: 1 };
let failure: Error | undefined;
let size: unknown = 1;
const logged: { code: string; fields: object }[] = [];
let store: TestTable;
let call: Call;
let clock = new Date('2026-11-22T09:00:00Z');
let technical: Person;
let finance: Person;

beforeAll(async () => {
  store = await openTable();
  const north = await seedOperator(store, 'north');
  technical = north('technical');
  finance = north('finance');
  call = callerOf(
    routes,
    {
      listThings: () => Promise.resolve({ body: [one, { ...one, id: '2' }], next: 'abc', total: 7 }),
      readThing: ({ scope, params }) => {
        if (failure !== undefined) return Promise.reject(failure);
        Partition.ofOperator(scope, params.id);
        return Promise.resolve({ body: { ...one, size: size as number }, version: 3 });
      },
      createThing: ({ body }) =>
        Promise.resolve({ body: { ...one, size: body.size }, location: '/things/1', version: 1 }),
      readPublic: () => Promise.resolve({ body: undefined }),
    },
    { table: store.table, clock: () => clock, log: (code, fields) => logged.push({ code, fields }) },
  );
});

describe('an answer', () => {
  it('carries its version, and no store on the way keeps it', async () => {
    const { status, headers } = await call(technical, 'GET /things/north');
    expect(status).toBe(200);
    expect(headers).toMatchObject({ etag: '"3"', 'cache-control': 'no-store', vary: 'Accept-Language' });
  });

  it('of a list has the count and the link of the next page', async () => {
    const { headers } = await call(technical, 'GET /things?limit=2&offset=4');
    expect(headers).toMatchObject({
      'x-result-count': '2',
      'x-total-count': '7',
      link: '</things?limit=2&cursor=abc>; rel="next"',
    });
  });

  it('holds the attributes that were asked for, and what identifies it', async () => {
    const { body } = await call(technical, 'GET /things?fields=size');
    expect(body[0]).toEqual(one);
    const { body: none } = await call(technical, 'GET /things?fields=id');
    expect(none[0]).toEqual({ id: '1', href: '/things/1', '@type': 'Thing' });
  });

  it('without a body has none', async () => {
    expect(await call(undefined, 'GET /public')).toMatchObject({ status: 204, body: undefined });
  });
});

describe('an answer that breaks its contract', () => {
  it('is 500 to the caller, and named in the log without its data', async () => {
    size = 'not a number, but a secret';
    const { status, body } = await call(technical, 'GET /things/north');
    size = 1;
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toContain('secret');
    expect(logged).toContainEqual({
      code: 'contractBroken',
      fields: { routeId: 'readThing', pointers: '/size invalid_type' },
    });
    expect(JSON.stringify(logged)).not.toContain('secret');
  });
});

describe('a failure', () => {
  it.each([
    [Object.assign(new Error('x'), { name: 'ThrottlingException' }), 503, 'unavailable'],
    [Object.assign(new Error('x'), { name: 'TimeoutError' }), 503, 'unavailable'],
    [Object.assign(new Error('x'), { code: 'ECONNRESET' }), 503, 'unavailable'],
    [new CabinetError('productBusy'), 409, 'productBusy'],
    [new TypeError('somebody@example.com is undefined'), 500, 'internal'],
  ])('%s is answered in words, never in stacks', async (error, status, code) => {
    failure = error;
    const answer = await call(technical, 'GET /things/north', { headers: { 'accept-language': 'en' } });
    failure = undefined;
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ code, status: String(status), '@type': 'Error' });
    expect(JSON.stringify(answer.body)).not.toContain('somebody');
    expect(JSON.stringify(logged)).not.toContain('somebody');
  });

  it('answers in the reader’s language', async () => {
    const ru = await call(technical, 'GET /things/south');
    const en = await call(technical, 'GET /things/south', { headers: { 'accept-language': 'en-US' } });
    expect([ru.body.reason, en.body.reason]).toEqual(['Не найдено', 'Not found']);
    expect([ru.headers['content-language'], en.headers['content-language']]).toEqual(['ru', 'en']);
  });
});

describe('admission', () => {
  it('refuses roles that the route does not name', async () => {
    expect(await call(finance, 'GET /things')).toMatchObject({
      status: 403,
      body: { code: 'roleNotAllowed' },
    });
    expect(await call(carrierPerson('support'), 'GET /things')).toMatchObject({ status: 403 });
  });

  it('refuses what did not come through the edge, as if nothing were there', async () => {
    const answer = await call(technical, 'GET /things', { headers: { 'x-origin-verify': 'guessed' } });
    expect(answer).toMatchObject({ status: 404, body: { code: 'notFound' } });
  });

  it('gives a user with two roles the scope of the role that the route names', async () => {
    const both = await seedManager(store, 'both', ['north']);
    const answer = await call({ ...both, groups: ['support', 'manager'] }, 'GET /things/north');
    expect(answer.status).toBe(200);
  });

  it('reads a portfolio again before it refuses, and trusts it for a minute otherwise', async () => {
    const manager = await seedManager(store, 'manager-1', ['north']);
    expect((await call(manager, 'GET /things/south')).status).toBe(404);
    await seedManager(store, 'manager-1', ['north', 'south']);
    expect((await call(manager, 'GET /things/south')).status).toBe(200);
    await seedManager(store, 'manager-1', []);
    expect((await call(manager, 'GET /things/south')).status).toBe(200);
    clock = new Date(clock.getTime() + 61_000);
    expect((await call(manager, 'GET /things/south')).status).toBe(404);
  });

  it('refuses a suspended operator to write but not to read, and hears at once that it is not any more', async () => {
    const suspended = (await seedOperator(store, 'east', { status: 'suspended' }))('technical');
    expect((await call(suspended, 'GET /things')).status).toBe(200);
    const write = () => call(suspended, 'POST /things', { body: { size: 1 } });
    expect(await write()).toMatchObject({ status: 403, body: { code: 'operatorSuspended' } });
    await seedOperator(store, 'east');
    expect((await write()).status).toBe(201);
  });
});

describe('a request', () => {
  const post = (parts: object) => call(technical, 'POST /things', parts);

  it.each([
    [{ body: '{"size":' }, 400, 'malformedJson'],
    [{ body: '' }, 400, 'malformedJson'],
    [{}, 400, 'malformedJson'],
    [{ body: '{"__proto__":{"size":1},"size":1}' }, 400, 'invalidRequest'],
    [{ body: '[]' }, 400, 'invalidRequest'],
    [{ body: 'null' }, 400, 'invalidRequest'],
    [{ body: '{"size":1}', headers: { 'content-type': 'text/plain' } }, 415, 'unsupportedMediaType'],
    [{ body: `{"size":1,"x":"${'x'.repeat(1_000_001)}"}` }, 413, 'payloadTooLarge'],
    [{ body: { size: 1 }, headers: { 'idempotency-key': '' } }, 400, 'invalidRequest'],
    [{ body: { size: 1 }, headers: { 'idempotency-key': 'ключ' } }, 400, 'invalidRequest'],
    [{ body: { size: 1 }, headers: { 'content-language': 'de' } }, 400, 'invalidRequest'],
    [{ body: { size: 1 }, query: { colour: 'red' } }, 400, 'invalidRequest'],
  ])('that is wrong is refused: %#', async (parts, status, code) => {
    expect(await post(parts)).toMatchObject({ status, body: { code } });
  });

  it('lists the existing parameters and attributes', async () => {
    const { body } = await call(technical, 'GET /things?colour=red', {
      headers: { 'accept-language': 'en' },
    });
    expect(body.problem).toEqual([
      { pointer: '?colour', message: 'There is no such parameter; there are: limit, offset, cursor, fields' },
    ]);
    const fields = await call(technical, 'GET /things?fields=colour', {
      headers: { 'accept-language': 'en' },
    });
    expect(fields.body.problem[0].message).toBe('The attributes are: id, href, @type, size');
  });
});
