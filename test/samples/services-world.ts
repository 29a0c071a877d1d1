import { carrierActor } from '../../shared/history/actor.ts';
import { productItem, productKey, type ProductRecord } from '../../shared/product/product-record.ts';
import { Partition } from '../../shared/table/partition.ts';
import { catalogIds } from './catalog-world.ts';
import { idOf, otherOperator, ownOperator, personOf, sampleRequestId, ulidOf } from './world.ts';
import { productHistory } from '../../shared/product/product-history.ts';

/** A service that is active; both operators have one. */
export const productUlid = ulidOf('PRDCT1');
/** The order that brought it, long completed. */
export const deliveredOrderUlid = ulidOf('RDER0');

function productOf(operatorId: string): ProductRecord {
  return {
    schemaVersion: 1,
    version: 1,
    historySequence: 1,
    operatorId,
    ulid: productUlid,
    status: 'active',
    name: { ru: 'Канал М9 — Казань', en: 'Line M9 to Kazan' },
    offering: { id: catalogIds.productOffering, name: { ru: 'L2 VPN', en: 'L2 VPN' } },
    specification: {
      id: catalogIds.productSpecification,
      version: '1',
      name: { ru: 'L2 VPN', en: 'L2 VPN' },
    },
    categoryIds: [catalogIds.category],
    characteristics: [{ name: 'bandwidth', value: 100 }],
    places: [{ role: 'pointOfInterconnection', name: 'Москва, ул. Бутлерова, 7', id: 'msk-m9' }],
    prices: [
      {
        id: catalogIds.productOfferingPrice,
        name: { ru: 'Абонентская плата', en: 'Monthly fee' },
        priceType: 'recurring',
        unitPrice: '120.5',
        multipliedBy: 'bandwidth',
        units: 100,
        kopecks: 1_205_000,
      },
    ],
    orderDate: '2026-01-13T09:00:00.000Z',
    startDate: '2026-02-02T09:00:00.000Z',
    externalId: 'M9-KZN-1',
    orderItems: [{ orderId: idOf(operatorId, deliveredOrderUlid), itemId: '1', action: 'add' }],
  };
}

const created = {
  by: carrierActor(personOf('manager'), 'manager'),
  at: '2026-01-14T09:00:00.000Z',
  requestId: sampleRequestId,
} as const;

/** Services with the beginning of their history, as items of the table. */
export const serviceItems = [ownOperator, otherOperator].flatMap((operatorId) => {
  const partition = Partition.ofAccess({ side: 'operator', operatorId, roles: [] }, '');
  const product = productOf(operatorId);
  const history = productHistory(partition, productUlid);
  return [
    { pk: partition.key, sk: productKey(partition, productUlid).sortKey, ...productItem(product) },
    {
      pk: partition.key,
      sk: history.key(product.historySequence).sortKey,
      ...history.event(product, created, {
        kind: 'status',
        change: [{ field: 'status', after: 'pendingActive' }],
        orderItem: product.orderItems[0],
      }),
    },
  ];
});
