import { beforeAll, describe, expect, it } from 'vitest';
import { administrator, base, type CatalogFixture, listed, openCatalog, prepareOffering } from './fixture.ts';

let fixture: CatalogFixture;
let firstCategory: string;
let secondCategory: string;

const day = 24 * 60 * 60 * 1000;

/** A to F, a day apart from each other: E is a draft, F is retired. */
beforeAll(async () => {
  fixture = await openCatalog();
  const first = await prepareOffering(fixture);
  const second = await prepareOffering(fixture);
  firstCategory = first.category.id;
  secondCategory = second.category.id;
  const offerings = [
    { ...first.input, name: 'A', validFor: { endDateTime: '2026-04-01T00:00:00+03:00' } },
    { ...first.input, name: 'B', isSellable: false },
    { ...second.input, name: 'C', validFor: { startDateTime: '2026-05-01T00:00:00+03:00' } },
    { ...second.input, name: 'D' },
    { ...first.input, name: 'E', lifecycleStatus: 'inDesign' },
    { ...first.input, name: 'F' },
  ];
  for (const offering of offerings) {
    const { name, href } = await fixture.create('productOffering', offering);
    if (name === 'F')
      await fixture.call(administrator, `PATCH ${href}`, { body: { lifecycleStatus: 'retired' } });
    fixture.advance(day);
  }
});

async function names(query: Record<string, string>, person = administrator): Promise<string> {
  const { status, body } = await fixture.call(person, `GET ${base}/productOffering`, { query });
  expect(status).toBe(200);
  return listed('name', body).join('');
}

describe('a list of offerings', () => {
  it('is sorted by last change, in either direction', async () => {
    expect(await names({})).toBe('FEDCBA');
    expect(await names({ sort: '-lastUpdate' })).toBe('FEDCBA');
    expect(await names({ sort: 'lastUpdate' })).toBe('ABCDEF');
  });

  it('shows drafts to the carrier only', async () => {
    expect(await names({}, fixture.technician)).toBe('FDCBA');
    expect(await names({ lifecycleStatus: 'inDesign' }, fixture.technician)).toBe('');
    expect(await names({ lifecycleStatus: 'inDesign,retired' }, fixture.technician)).toBe('F');
    expect(await names({ lifecycleStatus: 'inDesign' })).toBe('E');
  });

  it.each([
    [{ lifecycleStatus: 'active' }, 'DCBA'],
    [{ lifecycleStatus: 'active,retired' }, 'FDCBA'],
    [{ name: 'A,D' }, 'DA'],
    [{ isSellable: 'false' }, 'B'],
    [{ 'lastUpdate.gt': '2026-03-03T09:00:00Z', lifecycleStatus: 'active' }, 'DC'],
    [{ 'lastUpdate.gte': '2026-03-03T12:00:00+03:00', lifecycleStatus: 'active' }, 'DCB'],
    [{ 'lastUpdate.lt': '2026-03-03T09:00:00Z' }, 'A'],
    [{ 'lastUpdate.lte': '2026-03-03T09:00:00Z' }, 'BA'],
    [{ 'lastUpdate.gt': '2026-03-03', 'lastUpdate.lt': '2026-03-05' }, 'CB'],
    [{ 'lastUpdate.gt': '2027-01-01' }, ''],
    [
      {
        'validFor.startDateTime.lte': '2026-04-15T00:00:00Z',
        'validFor.endDateTime.gt': '2026-04-15T00:00:00Z',
        lifecycleStatus: 'active',
      },
      'DB',
    ],
  ])('can be narrowed by %j', async (query, expected) => {
    expect(await names(query)).toBe(expected);
  });

  it('can be narrowed by category and specification', async () => {
    expect(await names({ categoryId: secondCategory })).toBe('DC');
    expect(await names({ categoryId: `${firstCategory},${secondCategory}` })).toBe('FEDCBA');
    const [{ productSpecification }] = (
      await fixture.call(administrator, `GET ${base}/productOffering`, { query: { name: 'C' } })
    ).body;
    expect(await names({ productSpecificationId: productSpecification.id })).toBe('DC');
  });

  it.each([{}, { lifecycleStatus: 'active' }, { categoryId: 'x', isSellable: 'true' }])(
    'is complete page by page, in one order: %j',
    async (filters) => {
      const query = { ...filters, ...('categoryId' in filters ? { categoryId: firstCategory } : {}) };
      const whole = await names(query);
      let found = '';
      let next: string | undefined =
        `${base}/productOffering?${new URLSearchParams({ ...query, limit: '2' }).toString()}`;
      for (let page = 0; next !== undefined && page < 10; page += 1) {
        const { body, headers } = await fixture.call(administrator, `GET ${next}`);
        found += listed('name', body).join('');
        expect(headers['x-result-count']).toBe(String(body.length));
        next = /^<(.+)>; rel="next"$/.exec(headers['link'] ?? '')?.[1];
      }
      expect(found).toBe(whole);
    },
  );

  it('skips the offset, and has the total on the last page', async () => {
    const answer = await fixture.call(administrator, `GET ${base}/productOffering?offset=4&limit=5`);
    expect(listed('name', answer.body)).toEqual(['B', 'A']);
    expect(answer.headers).toMatchObject({ 'x-total-count': '6' });
  });

  it.each([
    [{ colour: 'red' }, '?colour'],
    [{ sort: 'name' }, '?sort'],
    [{ offset: '150', limit: '100' }, '?offset'],
    [{ lifecycleStatus: 'sold' }, '?lifecycleStatus'],
    [{ cursor: 'CARRIER' }, '?cursor'],
  ])('refuses %j and says where', async (query, pointer) => {
    const answer = await fixture.call(administrator, `GET ${base}/productOffering`, { query });
    expect(answer).toMatchObject({ status: 400, body: { problem: [{ pointer }] } });
  });

  it('shows exactly the requested attributes and the identifying ones', async () => {
    const answer = await fixture.call(
      administrator,
      `GET ${base}/productOffering?fields=name,isSellable&limit=1`,
    );
    expect(Object.keys(answer.body[0]).toSorted()).toEqual([
      '@baseType',
      '@type',
      'href',
      'id',
      'isSellable',
      'name',
    ]);
  });
});

describe('the other lists', () => {
  it('have their own filters', async () => {
    const root = await fixture.create('category', { name: 'Корень', lifecycleStatus: 'active' });
    const leaf = await fixture.create('category', { name: 'Лист', parentId: root.id });
    const list = async (resource: string, query: Record<string, string>) =>
      listed('id', (await fixture.call(administrator, `GET ${base}/${resource}`, { query })).body);
    expect(await list('category', { parentId: root.id })).toEqual([leaf.id]);
    expect(await list('category', { isRoot: 'true', name: 'Корень' })).toEqual([root.id]);
    const catalog = await fixture.create('catalog', { name: 'Каталог', category: [{ id: root.id }] });
    expect(await list('catalog', {})).toEqual([catalog.id]);
    expect(await list('productOfferingPrice', { priceType: 'usage' })).toEqual([]);
    expect(await list('productOfferingPrice', { priceType: 'recurring,usage' })).toHaveLength(2);
    expect(await list('productSpecification', { name: 'L3 VPN' })).toHaveLength(2);
  });
});
