import { catalogItem, catalogKey } from '../../functions/catalog/catalog-item.ts';
import type { ResourceName } from '../../functions/catalog/contract/entity.ts';
import type {
  CatalogRecord,
  CategoryRecord,
  EntityRecord,
  OfferingRecord,
  PriceRecord,
  SpecificationRecord,
} from '../../functions/catalog/records.ts';

/** Ids of what is in the catalogue; of each sort there is a draft, too, which can be deleted. */
export const catalogIds = {
  catalog: 'wholesale',
  category: 'vpn',
  productSpecification: 'l2-vpn',
  productOffering: 'l2-vpn-point-to-point',
  productOfferingPrice: 'l2-vpn-monthly',
} as const satisfies Record<ResourceName, string>;

/** Id of the draft of a sort. */
export function draftOf(name: ResourceName): string {
  return `${catalogIds[name]}-draft`;
}

const common = {
  schemaVersion: 1,
  version: 1,
  lastUpdate: '2026-01-12T09:00:00.000Z',
  description: { ru: '', en: '' },
} as const;

const bandwidth: SpecificationRecord['characteristics'][number] = {
  name: 'bandwidth',
  label: { ru: 'Скорость', en: 'Bandwidth' },
  description: { ru: '', en: '' },
  valueType: 'integer',
  mandatory: true,
  configurable: true,
  choices: [],
  from: 1,
  to: 1000,
  unit: 'Mbit/s',
};

const note: SpecificationRecord['characteristics'][number] = {
  name: 'remark',
  label: { ru: 'Пометка', en: 'Remark' },
  description: { ru: '', en: '' },
  valueType: 'string',
  mandatory: false,
  configurable: true,
  choices: [],
};

const catalog: CatalogRecord = {
  ...common,
  id: catalogIds.catalog,
  name: { ru: 'Услуги операторам', en: 'Services to operators' },
  lifecycleStatus: 'active',
  categoryIds: [catalogIds.category],
};

const category: CategoryRecord = {
  ...common,
  id: catalogIds.category,
  name: { ru: 'VPN', en: 'VPN' },
  lifecycleStatus: 'active',
};

const specification: SpecificationRecord = {
  ...common,
  id: catalogIds.productSpecification,
  name: { ru: 'L2 VPN', en: 'L2 VPN' },
  lifecycleStatus: 'active',
  characteristics: [bandwidth, note],
};

const price: PriceRecord = {
  ...common,
  id: catalogIds.productOfferingPrice,
  name: { ru: 'Абонентская плата', en: 'Monthly fee' },
  lifecycleStatus: 'active',
  priceType: 'recurring',
  unitPrice: '120.5',
  unitOfMeasure: { amount: 1, units: 'Mbit/s' },
  multipliedBy: 'bandwidth',
  appliesTo: [],
};

/** What the samples order. */
export const offering: OfferingRecord = {
  ...common,
  id: catalogIds.productOffering,
  name: { ru: 'L2 VPN «точка-точка»', en: 'L2 VPN, point to point' },
  lifecycleStatus: 'active',
  isSellable: true,
  categoryIds: [category.id],
  specification: { id: specification.id, version: '1', name: specification.name },
  characteristics: specification.characteristics,
  characteristicUses: [],
  prices: [
    {
      id: price.id,
      version: '1',
      name: price.name,
      priceType: price.priceType,
      unitPrice: price.unitPrice,
      unitOfMeasure: price.unitOfMeasure,
      multipliedBy: 'bandwidth',
      appliesTo: [],
    },
  ],
  deliveryWorkingDays: 10,
  placeRequired: true,
};

const records: readonly (readonly [ResourceName, EntityRecord])[] = [
  ['catalog', catalog],
  ['category', category],
  ['productSpecification', specification],
  ['productOffering', offering],
  ['productOfferingPrice', price],
];

/** The catalogue, as items of the table. */
export const catalogItems = records
  .flatMap(([name, record]) => [
    [name, record] as const,
    [name, { ...record, id: draftOf(name), lifecycleStatus: 'inDesign' }] as const,
  ])
  .map(([name, record]) => {
    const { partition, sortKey } = catalogKey(name, record.id);
    return { pk: partition.key, sk: sortKey, ...catalogItem(name, record) };
  });
