import * as z from 'zod';
import { createHandlers } from '../../../../functions/orders/handlers.ts';
import { productOrder } from '../../../../functions/orders/order-resource.ts';
import { routes } from '../../../../functions/orders/routes.ts';
import { presentEvent } from '../../../../functions/services/present-event.ts';
import { productEventSchema } from '../../../../shared/product/product-history.ts';
import { type OfferingRecord, offeringRecordSchema } from '../../../../shared/offering/offering-record.ts';
import {
  productItem,
  type ProductRecord,
  productRecordSchema,
} from '../../../../shared/product/product-record.ts';
import { createIds } from '../../../../shared/table/ids.ts';
import type { Table } from '../../../../shared/table/table.ts';
import { assertTmf } from '../../../contract/tmf.ts';
import { type Call, callerOf, type Person, seedManager, seedOperator } from '../../../invoke.ts';
import { openTable, type TestTable } from '../../../table.ts';

export const orders = '/tmf-api/productOrderingManagement/v4/productOrder';
export const cancellations = '/tmf-api/productOrderingManagement/v4/cancelProductOrder';
export const ours = '/cabinet/v1/productOrder';

/** An order as the API returns it. */
export type Order = z.output<typeof productOrder>;

const text = (words: string) => ({ ru: `${words} (ru)`, en: words });

/** IP transit: 10 to 10,000 Mbit/s at a port of a node, with a price per Mbit/s and a connection fee. */
export const transit: OfferingRecord = offeringRecordSchema.parse({
  schemaVersion: 1,
  version: 1,
  id: 'transit',
  name: text('IP transit'),
  description: text('IP transit'),
  lifecycleStatus: 'active',
  isSellable: true,
  lastUpdate: '2026-11-01T00:00:00Z',
  categoryIds: ['internet'],
  specification: { id: 'spec-transit', version: '1.0', name: text('IP transit') },
  characteristics: [
    {
      name: 'bandwidth',
      label: text('Bandwidth'),
      description: text(''),
      valueType: 'integer',
      mandatory: true,
      configurable: true,
      from: 10,
      to: 10_000,
      unit: 'Mbit/s',
    },
    {
      name: 'port',
      label: text('Port'),
      description: text(''),
      valueType: 'string',
      mandatory: true,
      configurable: false,
      choices: [
        { value: '10GE', label: text('10 Gigabit Ethernet'), isDefault: true },
        { value: '100GE', label: text('100 Gigabit Ethernet'), isDefault: false },
      ],
    },
    {
      name: 'autonomousSystem',
      label: text('Autonomous system'),
      description: text(''),
      valueType: 'string',
      mandatory: false,
      configurable: true,
      pattern: 'AS\\d{1,10}',
    },
  ],
  prices: [
    { id: 'connect', version: '1.0', name: text('Connection'), priceType: 'oneTime', unitPrice: '50000' },
    {
      id: 'connect-100',
      version: '1.0',
      name: text('100GE port'),
      priceType: 'oneTime',
      unitPrice: '150000.55',
      appliesTo: [{ name: 'port', value: '100GE' }],
    },
    {
      id: 'monthly',
      version: '1.0',
      name: text('Bandwidth'),
      priceType: 'recurring',
      unitPrice: '120.335',
      unitOfMeasure: { amount: 1, units: 'Mbit/s' },
      multipliedBy: 'bandwidth',
    },
    {
      id: 'burst',
      version: '1.0',
      name: text('Burst'),
      priceType: 'usage',
      unitPrice: '0.123456',
      unitOfMeasure: { amount: 1, units: 'GB' },
    },
  ],
  deliveryWorkingDays: 10,
  placeRequired: true,
});

/** Monday noon in Moscow. */
const monday = '2026-11-23T09:00:00.000Z';

/** Operators alfa and beta with their people, and the account managers boris (of both) and vera (of neither). */
export interface Cabinet {
  readonly store: TestTable;
  readonly call: Call;
  /** Calls with another table: one that fails, counts or waits. */
  readonly callOver: (table: Table) => Call;
  readonly alfa: Person;
  readonly beta: Person;
  readonly boris: Person;
  readonly vera: Person;
  readonly setTime: (moment: string) => void;
  readonly passMilliseconds: (count: number) => void;
}

export async function openCabinet(): Promise<Cabinet> {
  const store = await openTable();
  let now = new Date(monday);
  const clock = () => now;
  const callOver = (table: Table) =>
    callerOf(routes, createHandlers({ table, clock, ids: createIds(clock) }), { table, clock });
  await putOffering(store, transit);
  const alfa = (await seedOperator(store, 'alfa', { managerSub: 'boris', name: 'Alfa' }))('technical');
  const beta = (await seedOperator(store, 'beta', { managerSub: 'boris', name: 'Beta' }))('administrator');
  return {
    store,
    call: checked(callOver(store.table)),
    callOver,
    alfa,
    beta,
    boris: await seedManager(store, 'boris', ['alfa', 'beta']),
    vera: await seedManager(store, 'vera', ['gamma']),
    setTime: (moment) => {
      now = new Date(moment);
    },
    passMilliseconds: (count) => {
      now = new Date(now.getTime() + count);
    },
  };
}

/** Validates every response of a TMF route against TM Forum's definitions. */
function checked(call: Call): Call {
  return async (person, request, parts) => {
    const answer = await call(person, request, parts);
    const definition = /\/(productOrder|cancelProductOrder)(?:[/?]|$)/.exec(request)?.[1];
    if (!request.includes('/tmf-api/') || definition === undefined) return answer;
    const name = definition === 'productOrder' ? 'ProductOrder' : 'CancelProductOrder';
    if (answer.status >= 400) assertTmf('TMF622', 'Error', answer.body);
    else if (parts?.query?.['fields'] === undefined) {
      for (const resource of [answer.body].flat()) assertTmf('TMF622', name, resource);
    }
    return answer;
  };
}

export async function putOffering({ put }: TestTable, offering: OfferingRecord): Promise<void> {
  await put({ pk: 'CARRIER', sk: `OFFERING#${offering.id}`, ...offering });
}

/** An existing service of an operator. */
export async function putProduct(
  { put }: TestTable,
  ulid: string,
  parts: Partial<ProductRecord> = {},
): Promise<string> {
  const product = productRecordSchema.parse({
    schemaVersion: 1,
    version: 1,
    historySequence: 0,
    operatorId: 'alfa',
    ulid,
    status: 'active',
    name: text('Transit in Moscow'),
    offering: { id: 'transit', name: text('IP transit') },
    specification: { id: 'spec-transit', version: '1.0', name: text('IP transit') },
    categoryIds: ['internet'],
    characteristics: [
      { name: 'bandwidth', value: 100 },
      { name: 'port', value: '10GE' },
    ],
    places: [{ role: 'installation', name: 'M9' }],
    prices: [],
    orderDate: '2026-01-12T09:00:00.000Z',
    startDate: '2026-01-26T09:00:00.000Z',
    orderItems: [],
    ...parts,
  });
  await put({ pk: `OP#${product.operatorId}`, sk: `PRODUCT#${ulid}`, ...productItem(product) });
  return `${product.operatorId}-${ulid}`;
}

/** One item of an order: a connection to IP transit. */
export function connection(id: string, characteristics: Record<string, unknown> = { bandwidth: 200 }) {
  return {
    id,
    action: 'add',
    productOffering: { id: 'transit' },
    product: {
      productCharacteristic: Object.entries(characteristics).map(([name, value]) => ({ name, value })),
      place: [{ role: 'installation', name: 'M9' }],
    },
  };
}

export function change(
  id: string,
  productId: string,
  characteristics: Record<string, unknown> = { bandwidth: 300 },
) {
  return {
    id,
    action: 'modify',
    productOffering: { id: 'transit' },
    product: {
      id: productId,
      productCharacteristic: Object.entries(characteristics).map(([name, value]) => ({ name, value })),
    },
  };
}

export function disconnection(id: string, productId: string) {
  return { id, action: 'delete', product: { id: productId } };
}

/** Places an order, and fails the test if it is refused. */
export async function place(
  { call, alfa }: Pick<Cabinet, 'call' | 'alfa'>,
  items: readonly unknown[] = [connection('1')],
  parts: Record<string, unknown> = {},
): Promise<Order> {
  const answer = await call(alfa, `POST ${orders}`, { body: { productOrderItem: items, ...parts } });
  if (answer.status !== 201) throw new Error(`Refused: ${JSON.stringify(answer.body)}`);
  return productOrder.parse(answer.body);
}

/** Moves an order as its account manager, with a reason in case one is needed. */
export async function move(
  { call, boris }: Pick<Cabinet, 'call' | 'boris'>,
  id: string,
  state: string,
  parts: Record<string, unknown> = {},
): Promise<Order> {
  const body = { state, reason: 'As agreed', ...parts };
  const answer = await call(boris, `POST ${ours}/${id}/transition`, { body });
  if (answer.status !== 200) throw new Error(`Refused: ${JSON.stringify(answer.body)}`);
  return productOrder.parse(answer.body);
}

/** A service as it is stored, with the key attributes of its index by status. */
export async function productOf({ store }: Pick<Cabinet, 'store'>, id: string) {
  const [operatorId = '', ulid = ''] = id.split('-');
  const item = await store.itemAt(`OP#${operatorId}`, `PRODUCT#${ulid}`);
  return productRecordSchema.extend({ statePartition: z.string() }).parse(item);
}

/** Events of a service. */
export async function productHistoryOf({ store }: Pick<Cabinet, 'store'>, id: string) {
  const [operatorId = '', ulid = ''] = id.split('-');
  return (await itemsOf(store, operatorId, `PRODUCT/HISTORY#${ulid}#`)).map((item) => {
    const { kind, from, to, reason } = presentEvent(productEventSchema.parse(item));
    return { kind, from, to, reason };
  });
}

/** Items of an operator whose sort keys have this prefix. */
export function itemsOf({ itemsIn }: TestTable, operatorId: string, prefix: string) {
  return itemsIn(`OP#${operatorId}`, prefix);
}
