import type { DynamoDBStreamEvent } from 'aws-lambda';
import { type OrderEvent } from '../../shared/order/order-event.ts';
import { type productEventSchema } from '../../shared/product/product-record.ts';
import { Partition } from '../../shared/table/partition.ts';
import type * as z from 'zod';
import { streamEvent, streamRecord } from '../unit/functions/publisher/stream-event.ts';
import { deliveredOrderUlid, productUlid } from './services-world.ts';
import { idOf, ownOperator, ulidOf } from './world.ts';
import { orderHistory } from '../../shared/order/order-history.ts';
import { productHistory } from '../../shared/product/product-history.ts';

type ProductEvent = z.infer<typeof productEventSchema>;

const partition = Partition.ofAccess({ side: 'operator', operatorId: ownOperator, roles: [] }, '');
const at = '2026-03-02T09:00:00.000Z';
const cancellationId = idOf(ownOperator, ulidOf('CANCE1'));
const technical = {
  side: 'operator',
  role: 'technical',
  sub: '1b5c7d10-0000-4000-8000-000000000003',
} as const;
const manager = { side: 'carrier', role: 'manager', sub: '1b5c7d10-0000-4000-8000-000000000004' } as const;

const orderEvents: Readonly<Record<string, Omit<OrderEvent, 'schemaVersion' | 'at'>>> = {
  'order-submitted': {
    by: technical,
    state: { to: 'acknowledged' },
    items: [{ itemId: '1', to: 'acknowledged' }],
    changes: [],
  },
  'order-accepted': {
    by: manager,
    state: { from: 'acknowledged', to: 'inProgress' },
    items: [{ itemId: '1', from: 'acknowledged', to: 'inProgress' }],
    changes: [{ itemId: '1', attribute: 'expectedCompletionDate', to: '2026-03-17T20:59:59.999Z' }],
  },
  'order-cancellation-requested': {
    by: technical,
    state: { from: 'inProgress', to: 'assessingCancellation' },
    items: [{ itemId: '1', from: 'inProgress', to: 'assessingCancellation' }],
    changes: [],
    reason: 'Узел закрывается',
    cancellation: { id: cancellationId, to: 'acknowledged' },
  },
  'order-cancelled': {
    by: manager,
    state: { from: 'pendingCancellation', to: 'cancelled' },
    items: [{ itemId: '1', from: 'pendingCancellation', to: 'cancelled' }],
    changes: [],
    reason: 'Работы остановлены',
    cancellation: { id: cancellationId, from: 'inProgress', to: 'done' },
  },
};

const orderItem = { orderId: idOf(ownOperator, deliveredOrderUlid), itemId: '1', action: 'add' } as const;
const productEvents: Readonly<Record<string, Omit<ProductEvent, 'schemaVersion' | 'at'>>> = {
  'service-connecting': { by: manager, kind: 'status', to: 'pendingActive', orderItem },
  'service-suspended': {
    by: manager,
    kind: 'status',
    from: 'active',
    to: 'suspended',
    reason: 'Задолженность за два месяца',
  },
  'service-changed': {
    by: manager,
    kind: 'change',
    from: 'bandwidth=100',
    to: 'bandwidth=200',
    orderItem: { ...orderItem, action: 'modify' },
  },
};

/** Batches of the table's stream, by what happened. */
export const streamSamples: ReadonlyMap<string, DynamoDBStreamEvent> = new Map(
  [
    ...Object.entries(orderEvents).map(([name, event]) => ({
      name,
      event,
      keyOf: (eventUlid: string) => orderHistory(partition, deliveredOrderUlid).key(eventUlid),
    })),
    ...Object.entries(productEvents).map(([name, event]) => ({
      name,
      event,
      keyOf: (eventUlid: string) => productHistory(partition, productUlid).key(eventUlid),
    })),
  ].map(({ name, event, keyOf }, index) => {
    const key = { pk: partition.key, sk: keyOf(ulidOf(`EVENT${String(index + 1)}`)).sortKey };
    const after = { schemaVersion: 1, at, ...event };
    return [name, streamEvent(streamRecord(key, { after }, String(1000 + index)))] as const;
  }),
);
