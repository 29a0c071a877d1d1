import {
  BatchGetItemCommand,
  GetItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { offeringKey, offeringRecordSchema } from '../../../../shared/offering/offering-record.ts';
import {
  accessType,
  administrator,
  bandwidth,
  base,
  type CatalogFixture,
  openCatalog,
  prepareOffering,
} from './fixture.ts';

let fixture: CatalogFixture;

beforeAll(async () => {
  fixture = await openCatalog();
});

const post = (body: object) => fixture.call(administrator, `POST ${base}/productOffering`, { body });
const patch = (href: string, body: object) => fixture.call(administrator, `PATCH ${href}`, { body });

describe('publishing an offering', () => {
  it('copies the characteristics and the prices that it refers to', async () => {
    const { specification, price, category, input } = await prepareOffering(fixture);
    const created = await fixture.create('productOffering', input);
    expect(created).toMatchObject({
      '@type': 'CabinetProductOffering',
      isSellable: true,
      deliveryWorkingDays: 20,
      placeRequired: true,
      category: [{ id: category.id, href: category.href, '@referredType': 'Category' }],
      productSpecification: { id: specification.id, version: '1', name: 'L3 VPN' },
      prodSpecCharValueUse: [
        { name: 'bandwidth', label: 'Скорость', minCardinality: 1, configurable: true },
        {
          name: 'accessType',
          productSpecCharacteristicValue: [{ value: '1000BASE-LX', isDefault: true }, {}],
        },
      ],
      productOfferingPrice: [
        {
          id: price.id,
          version: '1',
          priceType: 'recurring',
          recurringChargePeriod: 'month',
          price: { dutyFreeAmount: { unit: 'RUB', value: 21.5 } },
          prodSpecCharValueUse: [{ name: 'bandwidth' }],
        },
      ],
    });
    const stored = await fixture.testTable.table.get(offeringKey(created.id));
    expect(offeringRecordSchema.parse(stored)).toMatchObject({
      specification: { version: '1' },
      prices: [{ unitPrice: '21.5', multipliedBy: 'bandwidth', appliesTo: [] }],
    });
  });

  it('uses a later version only once it is published again', async () => {
    const { specification, price, input } = await prepareOffering(fixture);
    const created = await fixture.create('productOffering', input);
    await patch(price.href, { price: { value: 19 } });
    await patch(specification.href, { productSpecCharacteristic: [bandwidth] });
    const before = (await fixture.call(fixture.technician, `GET ${created.href}`)).body;
    expect(before).toEqual(created);

    const again = await patch(created.href, {});
    expect(again.body).toMatchObject({
      version: '2',
      productSpecification: { version: '2' },
      prodSpecCharValueUse: [{ name: 'bandwidth' }],
      productOfferingPrice: [{ version: '2', price: { dutyFreeAmount: { value: 19 } } }],
    });
    expect(again.body.prodSpecCharValueUse).toHaveLength(1);
  });

  it('costs one batched read and one transaction, and one more read if it exists', async () => {
    const { input } = await prepareOffering(fixture);
    const commands: string[] = [];
    const call = fixture.callOver(
      fixture.testTable.intercepted((command, forward) => {
        const kinds = { BatchGetItemCommand, GetItemCommand, QueryCommand, TransactWriteItemsCommand };
        commands.push(
          ...Object.entries(kinds).flatMap(([name, kind]) => (command instanceof kind ? [name] : [])),
        );
        return forward();
      }),
    );
    const created = await call(administrator, `POST ${base}/productOffering`, {
      body: input,
      headers: { 'idempotency-key': 'counted' },
    });
    expect(commands.splice(0)).toEqual(['BatchGetItemCommand', 'TransactWriteItemsCommand']);
    await call(administrator, `PATCH ${created.body.href}`, { body: { isSellable: false } });
    expect(commands.splice(0)).toEqual([
      'GetItemCommand',
      'BatchGetItemCommand',
      'TransactWriteItemsCommand',
    ]);
    await call(administrator, `GET ${created.body.href}`);
    expect(commands.splice(0)).toEqual(['GetItemCommand']);
    await call(administrator, `GET ${base}/productOffering`, { query: { lifecycleStatus: 'active' } });
    expect(commands.splice(0)).toEqual(['QueryCommand']);
  });

  it.each(['category', 'specification', 'price'] as const)(
    'does not happen where the %s changes between reading and writing',
    async (name) => {
      const prepared = await prepareOffering(fixture);
      const call = fixture.callOver(
        fixture.testTable.intercepted(async (command, forward) => {
          if (command instanceof TransactWriteItemsCommand) {
            await patch(prepared[name].href, { lifecycleStatus: 'retired' });
          }
          return forward();
        }),
      );
      const answer = await call(administrator, `POST ${base}/productOffering`, { body: prepared.input });
      expect(answer).toMatchObject({ status: 409, body: { code: 'concurrentChange' } });
    },
  );

  it('refuses references that are missing, drafts or duplicates', async () => {
    const { price, input } = await prepareOffering(fixture);
    const draft = await fixture.create('category', { name: 'Черновик' });
    const answer = await post({
      ...input,
      category: [{ id: draft.id }],
      productSpecification: { id: 'nowhere' },
      productOfferingPrice: [{ id: price.id }, { id: price.id }],
    });
    expect(answer.status).toBe(400);
    expect(answer.body.problem).toEqual([
      { pointer: '/productSpecification/id', message: 'В каталоге такого нет' },
      { pointer: '/category/0/id', message: expect.stringContaining('active') },
      { pointer: '/productOfferingPrice/1/id', message: 'Указано дважды' },
    ]);
  });

  it('refuses prices that do not fit the characteristics', async () => {
    const { specification, input } = await prepareOffering(fixture);
    await patch(specification.href, { productSpecCharacteristic: [{ ...bandwidth, valueType: 'number' }] });
    expect(await post(input)).toMatchObject({
      status: 400,
      body: { problem: [{ pointer: '/productOfferingPrice/0' }] },
    });
  });

  it('accepts a whole resource as it was read', async () => {
    const { input } = await prepareOffering(fixture);
    const created = await fixture.create('productOffering', input);
    const answer = await patch(created.href, created);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ ...created, version: '2' });
  });

  it('retires an offering unchanged, even if what it refers to is retired', async () => {
    const { price, specification, input } = await prepareOffering(fixture);
    const created = await fixture.create('productOffering', input);
    await patch(price.href, { lifecycleStatus: 'retired' });
    await patch(specification.href, { lifecycleStatus: 'retired' });
    expect(await patch(created.href, { isSellable: false })).toMatchObject({ status: 400 });
    const retired = await patch(created.href, { lifecycleStatus: 'retired' });
    expect(retired.body).toEqual({ ...created, lifecycleStatus: 'retired', version: '2' });
    expect((await fixture.call(fixture.technician, `GET ${created.href}`)).status).toBe(200);
  });
});

describe('an offering that narrows its specification', () => {
  const narrow = [
    { name: 'accessType', productSpecCharacteristicValue: [{ value: '10GBASE-LR', isDefault: true }] },
    { name: 'bandwidth', productSpecCharacteristicValue: [{ valueFrom: 100 }] },
  ];

  it('offers some of the choices and a part of the range, and repeats that with every later version', async () => {
    const { specification, input } = await prepareOffering(fixture);
    const created = await fixture.create('productOffering', { ...input, prodSpecCharValueUse: narrow });
    const narrowed = [
      { name: 'bandwidth', productSpecCharacteristicValue: [{ valueFrom: 100, valueTo: 1000 }] },
      { name: 'accessType', productSpecCharacteristicValue: [{ value: '10GBASE-LR', isDefault: true }] },
    ];
    expect(created['prodSpecCharValueUse']).toMatchObject(narrowed);

    await patch(specification.href, {
      productSpecCharacteristic: [bandwidth, { ...accessType, label: 'Стык' }],
    });
    const again = await patch(created.href, { description: 'x' });
    expect(again.body.prodSpecCharValueUse).toMatchObject(narrowed);
    expect(again.body.prodSpecCharValueUse[1].label).toBe('Стык');
    expect(again.body.prodSpecCharValueUse[1].productSpecCharacteristicValue).toHaveLength(1);
  });

  it.each([
    ['/prodSpecCharValueUse/0/name', [{ name: 'colour' }]],
    [
      '/prodSpecCharValueUse/0/productSpecCharacteristicValue/0/value',
      [{ name: 'accessType', productSpecCharacteristicValue: [{ value: 'token-ring' }] }],
    ],
    [
      '/prodSpecCharValueUse/0/productSpecCharacteristicValue',
      [{ name: 'bandwidth', productSpecCharacteristicValue: [{ valueTo: 2000 }] }],
    ],
  ])('cannot widen it: %s', async (pointer, prodSpecCharValueUse) => {
    const { input } = await prepareOffering(fixture);
    expect(await post({ ...input, prodSpecCharValueUse })).toMatchObject({
      status: 400,
      body: { problem: [{ pointer }] },
    });
  });
});

describe('a specification', () => {
  const create = (productSpecCharacteristic: object[]) =>
    fixture.call(administrator, `POST ${base}/productSpecification`, {
      body: { name: 'Канал', productSpecCharacteristic },
    });

  it.each([
    ['/productSpecCharacteristic/1/name', [bandwidth, bandwidth]],
    [
      '/productSpecCharacteristic/0/regex',
      [{ name: 'vrf', label: 'VRF', valueType: 'string', regex: '(a+)+' }],
    ],
    ['/productSpecCharacteristic/0/regex', [{ name: 'vrf', label: 'VRF', valueType: 'string', regex: '(' }]],
    ['/productSpecCharacteristic/0/valueType', [{ ...bandwidth, valueType: 'colour' }]],
    [
      '/productSpecCharacteristic/0/productSpecCharacteristicValue',
      [{ ...bandwidth, productSpecCharacteristicValue: [{ valueFrom: 9, valueTo: 1 }] }],
    ],
    [
      '/productSpecCharacteristic/0/productSpecCharacteristicValue/0/value',
      [{ ...accessType, productSpecCharacteristicValue: [{ value: 7 }] }],
    ],
  ])('is refused at %s where it contradicts itself', async (pointer, characteristics) => {
    const answer = await create(characteristics);
    expect(answer.status).toBe(400);
    expect(answer.body.problem).toMatchObject([{ pointer }]);
  });

  it('shows its characteristics as they were defined', async () => {
    const pattern = { name: 'asNumber', label: 'AS', valueType: 'string', regex: 'AS\\d{1,10}' };
    const { body } = await create([bandwidth, accessType, pattern]);
    expect(body.productSpecCharacteristic).toMatchObject([bandwidth, accessType, pattern]);
    expect(body).toMatchObject({
      '@type': 'CabinetProductSpecification',
      '@baseType': 'ProductSpecification',
    });
  });
});
