import { beforeAll, describe, expect, it } from 'vitest';
import { operatorRoles } from '../../../../shared/auth/roles.ts';
import { carrierPerson, seedManager } from '../../../invoke.ts';
import { administrator, base, type CatalogFixture, openCatalog, pointersOf } from './fixture.ts';

let fixture: CatalogFixture;

beforeAll(async () => {
  fixture = await openCatalog();
});

const inputs = {
  catalog: { name: 'Каталог' },
  category: { name: 'Каналы' },
  productSpecification: { name: 'Канал связи' },
  productOfferingPrice: { name: 'Порт', priceType: 'oneTime', price: { unit: 'RUB', value: 100 } },
} as const;

describe.each(Object.entries(inputs))('managing a %s', (resource, input) => {
  it('creates it with a location, a version and what the client sent', async () => {
    const answer = await fixture.call(administrator, `POST ${base}/${resource}`, { body: input });
    expect(answer.status).toBe(201);
    expect(answer.headers).toMatchObject({
      location: `${base}/${resource}/${answer.body.id}`,
      etag: '"1"',
    });
    expect(answer.body).toMatchObject({
      ...input,
      href: answer.headers['location'],
      version: '1',
      lifecycleStatus: 'inDesign',
      lastUpdate: '2026-03-02T09:00:00.000Z',
    });
  });

  it('ignores attributes that the server manages', async () => {
    const body = { ...input, id: 'mine', href: '/x', version: '9', lastUpdate: 'yesterday' };
    const created = await fixture.create(resource, body);
    expect(created.id).toMatch(/^[0-9A-Z]{26}$/);
    expect(created).toMatchObject({ version: '1', lastUpdate: '2026-03-02T09:00:00.000Z' });
  });

  it('reads it as it was created, for every role', async () => {
    const created = await fixture.create(resource, { ...input, lifecycleStatus: 'active' });
    const people = [
      ...operatorRoles.map((role) => ({ sub: `sever-${role}`, groups: ['operator-sever', role] })),
      await seedManager(fixture.testTable, 'anna', []),
      carrierPerson('support'),
      administrator,
    ];
    for (const person of people) {
      const { status, body, headers } = await fixture.call(person, `GET ${created.href}`);
      expect({ status, body, etag: headers['etag'] }).toEqual({ status: 200, body: created, etag: '"1"' });
    }
  });

  it('applies a merge patch and increments the version', async () => {
    const created = await fixture.create(resource, { ...input, description: 'Пояснение' });
    const answer = await fixture.call(administrator, `PATCH ${created.href}`, {
      body: { description: null, validFor: { startDateTime: '2026-01-01T00:00:00+03:00' } },
      headers: { 'content-type': 'application/merge-patch+json', 'if-match': '"1"' },
    });
    expect(answer).toMatchObject({ status: 200, headers: { etag: '"2"' } });
    expect(answer.body).toEqual({
      ...created,
      description: undefined,
      version: '2',
      validFor: { startDateTime: '2026-01-01T00:00:00+03:00' },
    });
    expect((await fixture.call(administrator, `GET ${created.href}`)).body).toEqual(answer.body);
  });

  it('refuses a stale version and changes nothing', async () => {
    const created = await fixture.create(resource, input);
    const headers = { 'if-match': '"7"' };
    const change = await fixture.call(administrator, `PATCH ${created.href}`, {
      headers,
      body: { name: 'x' },
    });
    const removal = await fixture.call(administrator, `DELETE ${created.href}`, { headers });
    expect([change, removal]).toMatchObject([
      { status: 412, body: { code: 'stale' } },
      { status: 412, body: { code: 'stale' } },
    ]);
    expect((await fixture.call(administrator, `GET ${created.href}`)).body).toEqual(created);
  });

  it('deletes a draft, and nothing that was ever active', async () => {
    const draft = await fixture.create(resource, input);
    expect(await fixture.call(administrator, `DELETE ${draft.href}`)).toMatchObject({ status: 204 });
    expect(await fixture.call(administrator, `GET ${draft.href}`)).toMatchObject({ status: 404 });
    expect(await fixture.call(administrator, `DELETE ${draft.href}`)).toMatchObject({ status: 404 });

    const active = await fixture.create(resource, { ...input, lifecycleStatus: 'active' });
    const refusal = await fixture.call(administrator, `DELETE ${active.href}`, {
      headers: { 'accept-language': 'en' },
    });
    expect(refusal).toMatchObject({ status: 409, body: { code: 'changeForbidden' } });
    expect(refusal.body.message).toContain('Retire it instead');
  });

  it('goes from draft through active to retired, and then cannot change', async () => {
    const created = await fixture.create(resource, input);
    const change = (body: object) => fixture.call(administrator, `PATCH ${created.href}`, { body });
    expect(await change({ lifecycleStatus: 'retired' })).toMatchObject({
      status: 409,
      body: { code: 'transitionForbidden', allowed: ['active'] },
    });
    expect(await change({ lifecycleStatus: 'active' })).toMatchObject({
      status: 200,
      body: { version: '2' },
    });
    expect(await change({ lifecycleStatus: 'inDesign' })).toMatchObject({
      status: 409,
      body: { allowed: ['retired'] },
    });
    expect(await change({ lifecycleStatus: 'retired', name: 'x' })).toMatchObject({
      status: 400,
      body: { problem: [{ pointer: '/name' }] },
    });
    expect(await change({ lifecycleStatus: 'retired' })).toMatchObject({
      status: 200,
      body: { lifecycleStatus: 'retired', name: input.name },
    });
    expect(await change({ name: 'x' })).toMatchObject({ status: 409, body: { code: 'changeForbidden' } });
  });

  it('answers a repeated request with the first answer, and another body under the key with 422', async () => {
    const headers = { 'idempotency-key': `key-of-${resource}` };
    const post = (body: object) => fixture.call(administrator, `POST ${base}/${resource}`, { body, headers });
    const [first, twin] = await Promise.all([post(input), post(input)]);
    const again = await post(input);
    expect(first.status).toBe(201);
    expect([twin, again]).toMatchObject([
      { status: 201, body: first.body, headers: { location: first.headers['location'], etag: '"1"' } },
      { status: 201, body: first.body, headers: { location: first.headers['location'], etag: '"1"' } },
    ]);
    expect(await post({ ...input, name: 'x' })).toMatchObject({
      status: 422,
      body: { code: 'idempotencyKeyReused' },
    });
  });

  it('is changed by the carrier’s administrators only', async () => {
    const created = await fixture.create(resource, input);
    for (const person of [fixture.technician, carrierPerson('support')]) {
      const answers = [
        await fixture.call(person, `POST ${base}/${resource}`, { body: input }),
        await fixture.call(person, `PATCH ${created.href}`, { body: {} }),
        await fixture.call(person, `DELETE ${created.href}`),
      ];
      expect(answers.map(({ status, body }) => `${String(status)} ${String(body.code)}`)).toEqual([
        '403 roleNotAllowed',
        '403 roleNotAllowed',
        '403 roleNotAllowed',
      ]);
    }
  });

  it('reports every invalid field', async () => {
    const answer = await fixture.call(administrator, `POST ${base}/${resource}`, {
      body: { ...input, name: ' ', colour: 'red', lifecycleStatus: 'retired' },
    });
    expect(answer.status).toBe(400);
    expect(pointersOf(answer.body)).toEqual(['/colour', '/lifecycleStatus', '/name']);
  });

  it('refuses a period that ends before it starts', async () => {
    const created = await fixture.create(resource, {
      ...input,
      validFor: { startDateTime: '2026-01-01T00:00:00+03:00' },
    });
    const answer = await fixture.call(administrator, `PATCH ${created.href}`, {
      body: { validFor: { endDateTime: '2025-12-31T23:00:00Z' } },
    });
    expect(answer).toMatchObject({ status: 200 });
    const refusal = await fixture.call(administrator, `PATCH ${created.href}`, {
      body: { validFor: { endDateTime: '2025-12-31T20:00:00Z' } },
    });
    expect(refusal).toMatchObject({ status: 400, body: { problem: [{ pointer: '/validFor/endDateTime' }] } });
  });

  it('lets one of two changes at the same moment through', async () => {
    const created = await fixture.create(resource, input);
    const rename = (name: string) => fixture.call(administrator, `PATCH ${created.href}`, { body: { name } });
    const answers = await Promise.all([rename('a'), rename('b'), rename('c')]);
    const statuses = answers.map(({ status }) => status);
    expect(statuses).toContain(200);
    expect(statuses.every((status) => status === 200 || status === 409)).toBe(true);
    const { version } = (await fixture.call(administrator, `GET ${created.href}`)).body;
    expect(Number(version)).toBe(1 + statuses.filter((status) => status === 200).length);
  });
});

describe('a draft', () => {
  it('does not exist for an operator', async () => {
    const draft = await fixture.create('category', inputs.category);
    const answer = await fixture.call(fixture.technician, `GET ${draft.href}`);
    const unknown = await fixture.call(fixture.technician, `GET ${base}/category/01ZZZZZZZZZZZZZZZZZZZZZZZZ`);
    expect(answer.status).toBe(404);
    expect(answer).toEqual(unknown);
  });
});

describe('the category tree', () => {
  it('allows active parents only, and does not move active categories', async () => {
    const draft = await fixture.create('category', { name: 'Черновик' });
    const root = await fixture.create('category', { name: 'Корень', lifecycleStatus: 'active' });
    expect(root).toMatchObject({ isRoot: true });
    const refused = await fixture.call(administrator, `POST ${base}/category`, {
      body: { name: 'Ветвь', parentId: draft.id },
    });
    expect(refused).toMatchObject({ status: 400, body: { problem: [{ pointer: '/parentId' }] } });

    const branch = await fixture.create('category', { name: 'Ветвь', parentId: root.id });
    expect(branch).toMatchObject({ isRoot: false, parentId: root.id });
    const change = (body: object) => fixture.call(administrator, `PATCH ${branch.href}`, { body });
    expect(await change({ parentId: branch.id, lifecycleStatus: 'active' })).toMatchObject({ status: 400 });
    expect(await change({ lifecycleStatus: 'active' })).toMatchObject({ status: 200 });
    expect(await change({ parentId: null })).toMatchObject({
      status: 409,
      body: { code: 'changeForbidden' },
    });

    await fixture.call(administrator, `PATCH ${root.href}`, { body: { lifecycleStatus: 'retired' } });
    expect(await change({ name: 'Ветка' })).toMatchObject({ status: 200, body: { parentId: root.id } });
  });
});

describe('a price', () => {
  const price = { ...inputs.productOfferingPrice, priceType: 'usage' };

  it.each([0.431, 0.000001, 100, 1234567.89])('of %d roubles is shown as it was given', async (value) => {
    const created = await fixture.create('productOfferingPrice', {
      ...inputs.productOfferingPrice,
      price: { unit: 'RUB', value },
    });
    expect(created['price']).toEqual({ unit: 'RUB', value });
  });

  it.each([
    ['/price/value', { price: { unit: 'RUB', value: 0.0000001 } }],
    ['/price/value', { price: { unit: 'RUB', value: -1 } }],
    ['/price/unit', { price: { unit: 'USD', value: 1 } }],
    ['/unitOfMeasure', {}],
    [
      '/recurringChargePeriodType',
      { recurringChargePeriodType: 'month', unitOfMeasure: { amount: 60, units: 's' } },
    ],
  ])('is refused at %s where it makes no sense', async (pointer, change) => {
    const answer = await fixture.call(administrator, `POST ${base}/productOfferingPrice`, {
      body: { ...price, ...change },
    });
    expect(answer.status).toBe(400);
    expect(answer.body.problem).toEqual(expect.arrayContaining([expect.objectContaining({ pointer })]));
  });

  it('has a monthly period if it is recurring, and a unit if it is for usage', async () => {
    const usage = await fixture.create('productOfferingPrice', {
      ...price,
      unitOfMeasure: { amount: 60, units: 's' },
    });
    expect(usage).toMatchObject({ priceType: 'usage', unitOfMeasure: { amount: 60, units: 's' } });
    const recurring = await fixture.call(administrator, `PATCH ${usage.href}`, {
      body: { priceType: 'recurring', unitOfMeasure: null },
    });
    expect(recurring.body).toMatchObject({
      recurringChargePeriodType: 'month',
      recurringChargePeriodLength: 1,
    });
    expect(recurring.body).not.toHaveProperty('unitOfMeasure');
  });
});
