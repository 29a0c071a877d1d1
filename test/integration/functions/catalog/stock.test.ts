import { beforeAll, describe, expect, it } from 'vitest';
import { seedCatalogue } from '../../../../infra/demo/catalogue/seed-catalogue.ts';
import { stock } from '../../../../infra/demo/catalogue/stock.ts';
import { administrator, base, type CatalogFixture, listed, openCatalog } from './fixture.ts';

let fixture: CatalogFixture;

beforeAll(async () => {
  fixture = await openCatalog();
  const { documents, name } = fixture.testTable;
  // The seed only needs the table among its clients.
  const clients = { table: documents } as Parameters<typeof seedCatalogue>[0]['clients'];
  await seedCatalogue({ clients, tableName: name });
});

const resources = Object.entries(stock).map(([resource, records]) => ({ resource, records }));

/** Every text of a record, by language. */
function textsOf(value: unknown): { ru: string; en: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('ru' in value && 'en' in value) return [{ ru: String(value.ru), en: String(value.en) }];
  return Object.values(value).flatMap(textsOf);
}

describe('the demo’s stock', () => {
  it('is what a carrier sells to operators', () => {
    expect(stock.productSpecification.length).toBeGreaterThanOrEqual(12);
    expect(stock.productOffering.length).toBeGreaterThanOrEqual(20);
    const used = new Set(stock.productOffering.flatMap(({ categoryIds }) => categoryIds));
    const parents = new Set(stock.category.map(({ parentId }) => parentId));
    const leaves = stock.category.filter(({ id }) => !parents.has(id)).map(({ id }) => id);
    expect([...used].toSorted()).toEqual(leaves.toSorted());
  });

  it.each(resources)('has no two $resource with the same id', ({ records }) => {
    const ids = records.map(({ id }) => id);
    expect(ids.toSorted()).toEqual([...new Set(ids)].toSorted());
  });

  it('has every text in both languages', () => {
    const texts = resources.flatMap(({ records }) => records.flatMap(textsOf));
    expect(texts.filter(({ ru, en }) => (ru === '') !== (en === ''))).toEqual([]);
    expect(texts.filter(({ en }) => /[а-яё]/i.test(en))).toEqual([]);
    expect(texts.length).toBeGreaterThan(1000);
  });

  it.each(resources)('answers every $resource as TM Forum defines it', async ({ resource, records }) => {
    for (const language of ['ru', 'en']) {
      const list = await fixture.call(administrator, `GET ${base}/${resource}?limit=100`, {
        headers: { 'accept-language': language },
      });
      expect(list.status).toBe(200);
      expect(list.body).toHaveLength(records.length);
    }
  });

  it('shows operators what can be ordered, but no drafts', async () => {
    const list = await fixture.call(
      fixture.technician,
      `GET ${base}/productOffering?lifecycleStatus=active&limit=100`,
    );
    const ids = listed('id', list.body);
    expect(ids).toContain('leased-line');
    expect(ids).not.toContain('traffic-cleaning');
    expect(ids).not.toContain('voice-frequency-line');
    const retired = await fixture.call(
      fixture.technician,
      `GET ${base}/productOffering/voice-frequency-line`,
    );
    expect(retired.status).toBe(200);
  });

  it('follows the rules that the catalogue has for administrators', async () => {
    for (const { id, lifecycleStatus } of stock.productSpecification) {
      const href = `${base}/productSpecification/${id}`;
      const { productSpecCharacteristic } = (await fixture.call(administrator, `GET ${href}`)).body;
      const answer = await fixture.call(administrator, `PATCH ${href}`, {
        body: { productSpecCharacteristic },
      });
      expect({ id, status: answer.status, lifecycleStatus }).toMatchObject({ status: 200 });
      expect(answer.body.productSpecCharacteristic).toEqual(productSpecCharacteristic);
    }
    for (const { id, lifecycleStatus } of stock.productOffering) {
      const href = `${base}/productOffering/${id}`;
      const before = (await fixture.call(administrator, `GET ${href}`)).body;
      const answer = await fixture.call(administrator, `PATCH ${href}`, { body: {} });
      expect({ id, status: answer.status }).toEqual({
        id,
        status: lifecycleStatus === 'retired' ? 409 : 200,
      });
      if (lifecycleStatus === 'retired') continue;
      expect(answer.body).toEqual({
        ...before,
        version: '2',
        lastUpdate: answer.body.lastUpdate,
        productSpecification: { ...before.productSpecification, version: '2' },
      });
    }
  });
});
