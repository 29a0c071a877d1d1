import { beforeAll, describe, expect, it } from 'vitest';
import { accessType, administrator, base, bandwidth, type CatalogFixture, openCatalog } from './fixture.ts';

let fixture: CatalogFixture;

beforeAll(async () => {
  fixture = await openCatalog();
});

const read = async (href: string, language: string): Promise<unknown> =>
  (await fixture.call(fixture.technician, `GET ${href}`, { headers: { 'accept-language': language } })).body;

const write = (href: string, body: object, headers: Record<string, string>) =>
  fixture.call(administrator, `PATCH ${href}`, { body, headers });

describe('texts of the catalogue', () => {
  it('are the same in both languages until they are translated', async () => {
    const created = await fixture.create(
      'category',
      { name: 'Leased lines', lifecycleStatus: 'active' },
      { 'content-language': 'en' },
    );
    expect(await read(created.href, 'ru')).toMatchObject({ name: 'Leased lines' });
    expect(await read(created.href, 'en')).toMatchObject({ name: 'Leased lines' });
  });

  it('are written in the language of Content-Language, and read in that of Accept-Language', async () => {
    const { href } = await fixture.create('category', { name: 'Каналы связи', lifecycleStatus: 'active' });
    const answer = await write(href, { name: 'Leased lines' }, { 'content-language': 'en' });
    expect(answer.headers['content-language']).toBe('ru');
    expect(answer.body.name).toBe('Каналы связи');
    expect(await read(href, 'en-GB, ru;q=0.5')).toMatchObject({ name: 'Leased lines' });
    expect(await read(href, 'de')).toMatchObject({ name: 'Каналы связи' });
  });

  it('keep their translation when something else changes', async () => {
    const { href } = await fixture.create('category', { name: 'Каналы', lifecycleStatus: 'active' });
    await write(href, { name: 'Lines' }, { 'content-language': 'en' });
    await write(href, { validFor: { endDateTime: '2030-01-01T00:00:00Z' } }, {});
    await write(href, { description: 'Аренда' }, { 'accept-language': 'ru' });
    expect(await read(href, 'en')).toMatchObject({ name: 'Lines', description: 'Аренда' });
    expect(await read(href, 'ru')).toMatchObject({ name: 'Каналы', description: 'Аренда' });
  });

  it('of characteristics and their values are matched by their codes', async () => {
    const { href } = await fixture.create('productSpecification', {
      name: 'Канал',
      lifecycleStatus: 'active',
      productSpecCharacteristic: [accessType, bandwidth],
    });
    const english = {
      ...accessType,
      label: 'Interface',
      productSpecCharacteristicValue: [
        { value: '10GBASE-LR', label: '10GBASE-LR, single mode' },
        { value: 'STM-1', label: 'STM-1, optical' },
      ],
    };
    await write(href, { productSpecCharacteristic: [english] }, { 'content-language': 'en' });
    expect(await read(href, 'ru')).toMatchObject({
      productSpecCharacteristic: [
        {
          label: 'Интерфейс',
          productSpecCharacteristicValue: [
            { value: '10GBASE-LR', label: '10GBASE-LR' },
            { value: 'STM-1', label: 'STM-1, optical' },
          ],
        },
      ],
    });
    expect(await read(href, 'en')).toMatchObject({ productSpecCharacteristic: [english] });
  });

  it('vary by language, and other languages than ours are refused on a write', async () => {
    const answer = await fixture.call(administrator, `POST ${base}/category`, {
      body: { name: 'x' },
      headers: { 'content-language': 'de' },
    });
    expect(answer).toMatchObject({ status: 400, headers: { vary: 'Accept-Language' } });
  });

  it('of an error are in the language of the reader', async () => {
    const body = { name: 'x', parentId: 'nowhere' };
    const refusal = async (language: string): Promise<unknown> =>
      (
        await fixture.call(administrator, `POST ${base}/category`, {
          body,
          headers: { 'accept-language': language },
        })
      ).body.problem[0].message;
    expect([await refusal('ru'), await refusal('en')]).toEqual([
      'В каталоге такого нет',
      'Not found in the catalogue',
    ]);
  });
});
