import type { DynamoDBStreamEvent } from 'aws-lambda';
import { carrierActor, type SignedInActor } from '../../shared/history/actor.ts';
import type { OrderHappening } from '../../shared/order/order-event.ts';
import type { Happening, HistoryItem } from '../../shared/history/history-item.ts';
import type { History } from '../../shared/history/history.ts';
import { Partition } from '../../shared/table/partition.ts';
import { streamEvent, streamRecord } from '../unit/functions/publisher/stream-event.ts';
import { deliveredOrderUlid, productUlid } from './services-world.ts';
import { idOf, ownOperator, personOf, sampleRequestId, ulidOf } from './world.ts';
import { orderHistory } from '../../shared/order/order-history.ts';
import { type ProductHappening, productHistory } from '../../shared/product/product-history.ts';

const partition = Partition.ofAccess({ side: 'operator', operatorId: ownOperator, roles: [] }, '');
const at = '2026-03-02T09:00:00.000Z';
const cancellationId = idOf(ownOperator, ulidOf('CANCE1'));
const technical = {
  side: 'operator',
  role: 'technical',
  sub: '1b5c7d10-0000-4000-8000-000000000003',
} as const;
const manager = carrierActor(personOf('manager'), 'manager');

/** An event, and who caused it. */
interface Caused<Happening> {
  readonly by: SignedInActor;
  readonly happening: Happening;
}

const orderEvents: Readonly<Record<string, Caused<OrderHappening>>> = {
  'order-submitted': {
    by: technical,
    happening: {
      kind: 'created',
      state: 'acknowledged',
      change: [
        { field: 'state', after: 'acknowledged' },
        { item: '1', field: 'state', after: 'acknowledged' },
      ],
    },
  },
  'order-accepted': {
    by: manager,
    happening: {
      kind: 'transition',
      state: 'inProgress',
      change: [
        { field: 'state', before: 'acknowledged', after: 'inProgress' },
        { item: '1', field: 'state', before: 'acknowledged', after: 'inProgress' },
        { item: '1', field: 'expectedCompletionDate', after: '2026-03-17T20:59:59.999Z' },
      ],
    },
  },
  'order-cancellation-requested': {
    by: technical,
    happening: {
      kind: 'cancellationRequested',
      state: 'assessingCancellation',
      change: [
        { field: 'state', before: 'inProgress', after: 'assessingCancellation' },
        { item: '1', field: 'state', before: 'inProgress', after: 'assessingCancellation' },
      ],
      reason: 'Узел закрывается',
      cancellation: { id: cancellationId, to: 'acknowledged' },
    },
  },
  'order-cancelled': {
    by: manager,
    happening: {
      kind: 'transition',
      state: 'cancelled',
      change: [
        { field: 'state', before: 'pendingCancellation', after: 'cancelled' },
        { item: '1', field: 'state', before: 'pendingCancellation', after: 'cancelled' },
      ],
      reason: 'Работы остановлены',
      cancellation: { id: cancellationId, from: 'inProgress', to: 'done' },
    },
  },
};

const orderItem = { orderId: idOf(ownOperator, deliveredOrderUlid), itemId: '1', action: 'add' } as const;
const productEvents: Readonly<Record<string, Caused<ProductHappening>>> = {
  'service-connecting': {
    by: manager,
    happening: { kind: 'status', change: [{ field: 'status', after: 'pendingActive' }], orderItem },
  },
  'service-suspended': {
    by: manager,
    happening: {
      kind: 'status',
      change: [{ field: 'status', before: 'active', after: 'suspended' }],
      reason: 'Задолженность за два месяца',
    },
  },
  'service-changed': {
    by: manager,
    happening: {
      kind: 'change',
      change: [{ field: 'productCharacteristic.bandwidth', before: '100', after: '200' }],
      orderItem: { ...orderItem, action: 'modify' },
    },
  },
};

/** The items that a history gets by these events, one after the other. */
function itemsOf<Event extends HistoryItem & { readonly by: SignedInActor }>(
  history: History<Event>,
  events: Readonly<Record<string, { readonly by: Event['by']; readonly happening: Happening<Event> }>>,
) {
  return Object.entries(events).map(([name, { by, happening }], index) => {
    const sequence = index + 1;
    const cause = { by, at, requestId: sampleRequestId };
    const after = history.event({ historySequence: sequence }, cause, happening);
    return { name, sk: history.key(sequence).sortKey, after: JSON.parse(JSON.stringify(after)) as Event };
  });
}

/** Batches of the table's stream, by what happened. */
export const streamSamples: ReadonlyMap<string, DynamoDBStreamEvent> = new Map(
  [
    ...itemsOf(orderHistory(partition, deliveredOrderUlid), orderEvents),
    ...itemsOf(productHistory(partition, productUlid), productEvents),
  ].map(({ name, sk, after }, index) => {
    const key = { pk: partition.key, sk };
    return [name, streamEvent(streamRecord(key, { after }, String(1000 + index)))] as const;
  }),
);
