import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { createHandlers as createOrderHandlers } from '../../../../functions/orders/handlers.ts';
import { routes as orderRoutes } from '../../../../functions/orders/routes.ts';
import { announce } from '../../../../functions/publisher/announce.ts';
import { decodeItem } from '../../../../shared/table/item.ts';
import { readChange } from '../../../../functions/publisher/stream-record.ts';
import { createHandlers } from '../../../../functions/services/handlers.ts';
import { routes } from '../../../../functions/services/routes.ts';
import { type DomainEvent, domainEventSchema } from '../../../../shared/events/domain-event.ts';
import { createIds } from '../../../../shared/table/ids.ts';
import { type Call, callerOf, type Person, seedManager, seedOperator } from '../../../invoke.ts';
import { catalogItems } from '../../../samples/catalog-world.ts';
import { openTable, type TestTable } from '../../../table.ts';
import { streamRecord } from '../../../unit/functions/publisher/stream-event.ts';

const tmf = '/tmf-api/productOrderingManagement/v4';

let store: TestTable;
let technical: Person;
let manager: Person;
let orders: Call;
let services: Call;
let now = Date.parse('2026-03-02T09:00:00.000Z');

beforeAll(async () => {
  store = await openTable();
  technical = (await seedOperator(store, 'alfa', { managerSub: 'maria' }))('technical');
  manager = await seedManager(store, 'maria', ['alfa']);
  for (const item of catalogItems) await store.put(item);
  // Each call of the clock returns a second later, so that the times of events differ.
  const clock = () => new Date((now += 1000));
  const parts = { table: store.table, clock, ids: createIds(clock) };
  orders = callerOf(orderRoutes, createOrderHandlers(parts), parts);
  services = callerOf(routes, createHandlers(parts), parts);
});

/** Calls a route and expects success. */
async function succeed(call: Call, person: Person, request: string, body: object): Promise<{ id: string }> {
  const answer = await call(person, request, { body });
  expect([request, answer.status < 300 ? '' : answer.body]).toEqual([request, '']);
  return z.object({ id: z.string() }).parse(answer.body);
}

/** Events that the stream would announce for all items of the table, in chronological order. */
async function announced(): Promise<DomainEvent[]> {
  const { Items = [] } = await store.documents.send(new ScanCommand({ TableName: store.name }));
  return Items.map(decodeItem)
    .flatMap(({ pk, sk, ...after }) =>
      announce(readChange(streamRecord({ pk: String(pk), sk: String(sk) }, { after }))),
    )
    .toSorted((left, right) => left.eventTime.localeCompare(right.eventTime));
}

/** Sequences of the events of each resource with a history, in chronological order and without repetitions. */
function sequencesOf(events: readonly DomainEvent[]): readonly number[][] {
  const sequences = new Map<string, Set<number>>();
  for (const { resource, sequence } of events) {
    if (resource.type === 'cancelProductOrder') continue;
    sequences.set(resource.id, (sequences.get(resource.id) ?? new Set()).add(sequence));
  }
  return [...sequences.values()].map((found) => [...found]);
}

test('every recorded change of orders and services is announced', async () => {
  const add = { id: '1', action: 'add', productOffering: { id: 'l2-vpn-point-to-point' } };
  const place = [{ name: 'Москва, ул. Бутлерова, 7', role: 'pointOfInterconnection' }];
  const bandwidth = (value: number) => [{ name: 'bandwidth', value }];

  const connection = await succeed(orders, technical, `POST ${tmf}/productOrder`, {
    note: [{ text: 'Позвоните Иванову' }],
    productOrderItem: [{ ...add, product: { place, productCharacteristic: bandwidth(100) } }],
  });
  const move = (id: string, state: string) =>
    succeed(orders, manager, `POST /cabinet/v1/productOrder/${id}/transition`, {
      state,
      reason: 'Иванов просил',
    });
  await move(connection.id, 'inProgress');
  await move(connection.id, 'completed');

  const { body: list } = await services(technical, 'GET /tmf-api/productInventory/v4/product');
  const [service] = z
    .array(z.object({ id: z.string() }))
    .length(1)
    .parse(list);
  const product = { id: service?.id, productCharacteristic: bandwidth(300) };
  const suspension = { state: 'suspended', reason: 'Долг Иванова' };
  await succeed(services, manager, `POST /cabinet/v1/product/${service?.id ?? ''}/transition`, suspension);
  await succeed(services, manager, `POST /cabinet/v1/product/${service?.id ?? ''}/transition`, {
    ...suspension,
    state: 'active',
  });

  const change = await succeed(orders, technical, `POST ${tmf}/productOrder`, {
    productOrderItem: [{ id: '1', action: 'modify', product }],
  });
  await move(change.id, 'inProgress');
  await succeed(orders, technical, `PATCH ${tmf}/productOrder/${change.id}`, { description: 'Иванов' });
  await move(change.id, 'completed');

  const abandoned = await succeed(orders, technical, `POST ${tmf}/productOrder`, {
    productOrderItem: [{ id: '1', action: 'delete', product: { id: service?.id } }],
  });
  await succeed(orders, technical, `POST ${tmf}/cancelProductOrder`, { productOrder: { id: abandoned.id } });
  await move(abandoned.id, 'pendingCancellation');
  await move(abandoned.id, 'cancelled');

  const events = await announced();
  expect(events.map(({ eventType, state, side }) => `${side}: ${eventType} ${state ?? ''}`.trim())).toEqual([
    'operator: ProductOrderCreateEvent acknowledged',
    'carrier: ProductOrderStateChangeEvent inProgress',
    // Accepting an order sets the promised date.
    'carrier: ProductOrderAttributeValueChangeEvent inProgress',
    'carrier: ProductCreateEvent pendingActive',
    'carrier: ProductOrderStateChangeEvent completed',
    'carrier: ProductStateChangeEvent active',
    'carrier: ProductStateChangeEvent suspended',
    'carrier: ProductStateChangeEvent active',
    'operator: ProductOrderCreateEvent acknowledged',
    'carrier: ProductOrderStateChangeEvent inProgress',
    'carrier: ProductOrderAttributeValueChangeEvent inProgress',
    'operator: ProductOrderAttributeValueChangeEvent inProgress',
    'carrier: ProductOrderStateChangeEvent completed',
    'carrier: ProductAttributeValueChangeEvent',
    'operator: ProductOrderCreateEvent acknowledged',
    'operator: ProductOrderStateChangeEvent assessingCancellation',
    'operator: CancelProductOrderCreateEvent acknowledged',
    'carrier: ProductOrderStateChangeEvent pendingCancellation',
    'carrier: CancelProductOrderStateChangeEvent inProgress',
    'carrier: ProductOrderStateChangeEvent cancelled',
    'carrier: CancelProductOrderStateChangeEvent done',
  ]);
  expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(events.length);
  for (const event of events) expect(domainEventSchema.parse(event)).toEqual(event);
  const sequences = sequencesOf(events);
  expect(sequences).toHaveLength(4);
  for (const found of sequences) expect(found).toEqual(found.map((_, index) => index + 1));
  expect(JSON.stringify(events)).not.toMatch(/Иванов|maria|alfa-technical/);
});
