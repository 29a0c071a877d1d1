import { encodeTime } from 'ulid';
import { orderItemOf } from '../../functions/orders/order-item.ts';
import { orderKey } from '../../shared/order/order-key.ts';
import type { OrderRecord } from '../../functions/orders/order-record.ts';
import type { AgreedPrice } from '../../shared/product/product-record.ts';
import { Partition } from '../../shared/table/partition.ts';
import { catalogIds } from '../samples/catalog-world.ts';
import { ownOperator, personOf } from '../samples/world.ts';

/** When the first of the orders was submitted; the others follow it, one a minute. */
const begin = Date.parse('2024-01-01T00:00:00Z');
const minute = 60_000;

/** How many of the newest are still worked on. */
const open = 20;

/** Id of one of many orders. */
export function manyOrdersUlid(number: number): string {
  return `${encodeTime(begin + number * minute, 10)}${String(number).padStart(16, '0')}`;
}

const monthlyFee: AgreedPrice = {
  id: catalogIds.productOfferingPrice,
  name: { ru: 'Абонентская плата', en: 'Monthly fee' },
  priceType: 'recurring',
  unitPrice: '25000',
  units: 1,
  kopecks: 2_500_000,
};

function orderOf(number: number, isOpen: boolean): OrderRecord {
  const submitted = begin + number * minute;
  const moment = (days: number) => new Date(submitted + days * 24 * 60 * minute).toISOString();
  return {
    schemaVersion: 1,
    version: isOpen ? 1 : 3,
    historySequence: isOpen ? 1 : 3,
    operatorId: ownOperator,
    operatorName: `Operator ${ownOperator}`,
    ulid: manyOrdersUlid(number),
    managerSub: personOf('manager').sub,
    state: isOpen ? 'acknowledged' : 'completed',
    priority: '4',
    agreements: [],
    items: ['1', '2'].map((id) => ({
      id,
      action: 'add',
      name: { ru: 'L2 VPN', en: 'L2 VPN' },
      offering: { id: catalogIds.productOffering, name: { ru: 'L2 VPN', en: 'L2 VPN' } },
      specification: {
        id: catalogIds.productSpecification,
        version: '1',
        name: { ru: 'L2 VPN', en: 'L2 VPN' },
      },
      categoryIds: [catalogIds.category],
      characteristics: [{ name: 'bandwidth', value: 200 }],
      places: [{ role: 'pointOfInterconnection', name: 'Казань, ул. Ершова, 1', id: 'kzn-1' }],
      prices: [monthlyFee],
      deliveryWorkingDays: 10,
      relationships: [],
      progress: isOpen
        ? { state: 'acknowledged', target: moment(14), dueDate: moment(1) }
        : { state: 'completed', acceptedAt: moment(1), endedAt: moment(9), target: moment(14) },
    })),
    notes: [],
    ...(isOpen ? {} : { completionDate: moment(9) }),
  };
}

/** One of `count` orders of the samples' operator, oldest first, as an item of the table. */
export function manyOrdersItem(number: number, count: number): Readonly<Record<string, unknown>> {
  const order = orderOf(number, number >= count - open);
  const partition = Partition.ofAccess({ side: 'operator', operatorId: ownOperator, roles: [] }, '');
  return { pk: partition.key, sk: orderKey(partition, order.ulid).sortKey, ...orderItemOf(order) };
}

/** Sort key of one of the orders, for a page that begins in the middle. */
export function manyOrdersSortKey(number: number): string {
  return `ORDER#${manyOrdersUlid(number)}`;
}
