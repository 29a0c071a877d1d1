import { productItem, productKey, type ProductRecord } from '../../../../shared/product/product-record.ts';
import { Partition } from '../../../../shared/table/partition.ts';
import type { TestTable } from '../../../table.ts';
import { productHistory } from '../../../../shared/product/product-history.ts';

/** A service with the attributes that a test sets. `number` orders services by age. */
export function productOf(
  operatorId: string,
  number: number,
  rest: Partial<ProductRecord> = {},
): ProductRecord {
  const digits = String(number).padStart(4, '0');
  return {
    schemaVersion: 1,
    version: 1,
    historySequence: 1,
    operatorId,
    ulid: `01K${'0'.repeat(19)}${digits}`,
    status: 'active',
    name: { ru: `Канал ${digits}`, en: `Line ${digits}` },
    offering: { id: 'l2vpn', name: { ru: 'L2 VPN', en: 'L2 VPN' } },
    specification: { id: 'vpn', version: '1.0', name: { ru: 'VPN', en: 'VPN' } },
    categoryIds: ['vpn'],
    characteristics: [
      { name: 'bandwidth', value: 100 },
      { name: 'port', value: '1000BASE-LX' },
      { name: 'forgotten', value: true },
    ],
    places: [{ role: 'pointOfInterconnection', name: 'Москва, ул. Бутлерова, 7', id: 'msk-m9' }],
    prices: [
      {
        id: 'l2vpn-monthly',
        name: { ru: 'Абонентская плата', en: 'Monthly fee' },
        priceType: 'recurring',
        unitPrice: '120.5',
        multipliedBy: 'bandwidth',
        units: 100,
        kopecks: 1_205_000,
      },
    ],
    orderDate: `2026-01-01T00:${digits.slice(0, 2)}:${digits.slice(2)}.000Z`,
    startDate: '2026-02-01T09:00:00.000Z',
    orderItems: [{ orderId: `${operatorId}-01K0000000000000000000000A`, itemId: '1', action: 'add' }],
    ...rest,
  };
}

/** Puts services into the table, each with its first event. */
export async function seedProducts({ put }: TestTable, products: readonly ProductRecord[]): Promise<void> {
  for (const product of products) {
    const partition = Partition.ofAccess({ side: 'operator', operatorId: product.operatorId, roles: [] }, '');
    const key = productKey(partition, product.ulid);
    const history = productHistory(partition, product.ulid);
    const cause = {
      by: { side: 'operator', role: 'technical', sub: 'anna' },
      at: product.orderDate,
      requestId: 'seed',
    } as const;
    await put({ pk: partition.key, sk: key.sortKey, ...productItem(product) });
    await put({
      pk: partition.key,
      sk: history.key(product.historySequence).sortKey,
      ...history.event(product, cause, {
        kind: 'status',
        change: [{ field: 'status', after: 'pendingActive' }],
        orderItem: product.orderItems[0],
      }),
    });
  }
}

/** Id of a service on the wire. */
export function idOf({ operatorId, ulid }: ProductRecord): string {
  return `${operatorId}-${ulid}`;
}
