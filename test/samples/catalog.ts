import type { routes } from '../../functions/catalog/routes.ts';
import { catalogIds, draftOf } from './catalog-world.ts';
import type { Sample, Samples } from './sample.ts';

const keeper = { as: 'carrier-administrator' } as const;

function reading(name: keyof typeof catalogIds): Sample {
  return { as: 'technical', params: { id: catalogIds[name] }, query: { fields: 'name,lifecycleStatus' } };
}

const listing: Sample = { as: 'technical', query: { lifecycleStatus: 'active', limit: '10' } };

function changing(name: keyof typeof catalogIds): Sample {
  return {
    ...keeper,
    params: { id: catalogIds[name] },
    headers: { 'content-type': 'application/merge-patch+json', 'content-language': 'ru', 'if-match': '"1"' },
    body: { description: 'Для операторов связи' },
  };
}

function removing(name: keyof typeof catalogIds): Sample {
  return { ...keeper, params: { id: draftOf(name) } };
}

const idempotent = { 'idempotency-key': '0d3f5b1e-6f0e-4a58-9a1d-3f5f3c0c7f10' };

/** A sample of every route of the catalogue. */
export const catalogSamples: Samples<typeof routes> = {
  listCatalog: listing,
  readCatalog: reading('catalog'),
  createCatalog: {
    ...keeper,
    headers: idempotent,
    body: { name: 'Услуги операторам', category: [{ id: catalogIds.category }] },
  },
  changeCatalog: changing('catalog'),
  removeCatalog: removing('catalog'),
  listCategory: listing,
  readCategory: reading('category'),
  createCategory: {
    ...keeper,
    headers: idempotent,
    body: { name: 'L3 VPN', parentId: catalogIds.category, lifecycleStatus: 'active' },
  },
  changeCategory: changing('category'),
  removeCategory: removing('category'),
  listProductSpecification: listing,
  readProductSpecification: reading('productSpecification'),
  createProductSpecification: {
    ...keeper,
    headers: idempotent,
    body: {
      name: 'IP-транзит',
      description: 'Пропуск трафика в Интернет',
      productSpecCharacteristic: [
        {
          name: 'bandwidth',
          label: 'Скорость',
          valueType: 'integer',
          configurable: true,
          minCardinality: 1,
          productSpecCharacteristicValue: [{ valueFrom: 100, valueTo: 100_000, unitOfMeasure: 'Mbit/s' }],
        },
        {
          name: 'accessType',
          label: 'Интерфейс',
          valueType: 'string',
          productSpecCharacteristicValue: [
            { value: '10GBASE-LR', label: '10 Гбит/с, 10 км', isDefault: true },
            { value: '100GBASE-LR4', label: '100 Гбит/с, 10 км' },
          ],
        },
      ],
    },
  },
  changeProductSpecification: changing('productSpecification'),
  removeProductSpecification: removing('productSpecification'),
  listProductOffering: {
    as: 'technical',
    query: { categoryId: catalogIds.category, isSellable: 'true', fields: 'name,productOfferingPrice' },
  },
  readProductOffering: reading('productOffering'),
  createProductOffering: {
    ...keeper,
    headers: idempotent,
    body: {
      name: 'L2 VPN для узлов присоединения',
      lifecycleStatus: 'active',
      category: [{ id: catalogIds.category }],
      productSpecification: { id: catalogIds.productSpecification },
      prodSpecCharValueUse: [
        {
          name: 'bandwidth',
          productSpecCharacteristicValue: [{ valueFrom: 10, valueTo: 500, unitOfMeasure: 'Mbit/s' }],
        },
      ],
      productOfferingPrice: [{ id: catalogIds.productOfferingPrice }],
      deliveryWorkingDays: 10,
      placeRequired: true,
    },
  },
  changeProductOffering: changing('productOffering'),
  removeProductOffering: removing('productOffering'),
  listProductOfferingPrice: { as: 'technical', query: { priceType: 'recurring,usage', sort: 'lastUpdate' } },
  readProductOfferingPrice: reading('productOfferingPrice'),
  createProductOfferingPrice: {
    ...keeper,
    headers: idempotent,
    body: {
      name: 'Завершение вызова',
      priceType: 'usage',
      price: { unit: 'RUB', value: 0.45 },
      unitOfMeasure: { amount: 60, units: 's' },
      validFor: { startDateTime: '2026-01-01T00:00:00+03:00' },
    },
  },
  changeProductOfferingPrice: changing('productOfferingPrice'),
  removeProductOfferingPrice: removing('productOfferingPrice'),
};
