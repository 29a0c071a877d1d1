import { cancellationKey, type CancellationRecord } from '../../functions/orders/cancellation.ts';
import { cancellationItemOf, orderItemOf } from '../../functions/orders/order-item.ts';
import { carrierActor } from '../../shared/history/actor.ts';
import { orderKey } from '../../shared/order/order-key.ts';
import { type Note, noteKey, type OrderRecord } from '../../functions/orders/order-record.ts';
import { termsItemOf, termsKey } from '../../functions/orders/terms.ts';
import { attachmentKey, type AttachmentRecord } from '../../shared/order/attachment-record.ts';
import type { OrderHappening } from '../../shared/order/order-event.ts';
import { Partition } from '../../shared/table/partition.ts';
import type { StoredItem } from '../../shared/table/item.ts';
import type { ItemKey } from '../../shared/table/table.ts';
import { catalogIds, offering } from './catalog-world.ts';
import { idOf, otherOperator, ownOperator, personOf, sampleRequestId, ulidOf } from './world.ts';
import { orderHistory } from '../../shared/order/order-history.ts';

/** An order that waits for the carrier to accept it; both operators have one. */
const orderUlid = ulidOf('RDER1');
/** An order whose cancellation is being assessed, and the request for it. */
const leavingOrderUlid = ulidOf('RDER2');
const cancellationUlid = ulidOf('CANCE1');

const submittedAt = '2026-01-14T09:00:00.000Z';
const technical = { side: 'operator', role: 'technical', sub: personOf('technical').sub } as const;

const note: Note = {
  ulid: ulidOf('N0TE1'),
  at: submittedAt,
  by: technical,
  text: 'Подключение в рабочее время',
};

function orderOf(operatorId: string): OrderRecord {
  return {
    schemaVersion: 1,
    version: 1,
    historySequence: 1,
    operatorId,
    operatorName: `Operator ${operatorId}`,
    ulid: orderUlid,
    managerSub: personOf('manager').sub,
    state: 'acknowledged',
    externalId: 'PO-2026-7',
    priority: '4',
    agreements: [],
    items: [
      {
        id: '1',
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
        prices: [],
        deliveryWorkingDays: 10,
        relationships: [],
        progress: {
          state: 'acknowledged',
          target: '2026-01-29T20:59:59.999Z',
          dueDate: '2026-01-15T20:59:59.999Z',
        },
      },
    ],
    notes: [note],
  };
}

function leavingOrderOf(operatorId: string): OrderRecord {
  const order = orderOf(operatorId);
  return {
    ...order,
    ulid: leavingOrderUlid,
    state: 'assessingCancellation',
    notes: [],
    items: order.items.map((item) => ({
      ...item,
      progress: {
        state: 'assessingCancellation',
        stateBefore: 'acknowledged',
        target: '2026-01-29T20:59:59.999Z',
        dueDate: '2026-01-16T20:59:59.999Z',
      },
    })),
    cancellation: { ulid: cancellationUlid, state: 'acknowledged', itemIds: ['1'] },
  };
}

function cancellationOf(operatorId: string): CancellationRecord {
  return {
    schemaVersion: 1,
    version: 1,
    operatorId,
    ulid: cancellationUlid,
    orderUlid: leavingOrderUlid,
    managerSub: personOf('manager').sub,
    by: technical,
    state: 'acknowledged',
    reason: 'Узел закрывается',
    dueDate: '2026-01-16T20:59:59.999Z',
  };
}

const submission: OrderHappening = {
  kind: 'created',
  state: 'acknowledged',
  change: [
    { field: 'state', after: 'acknowledged' },
    { item: '1', field: 'state', after: 'acknowledged' },
  ],
};
const submitted = { by: technical, at: submittedAt, requestId: sampleRequestId };

/** Files of the order: one still to come, one that can be fetched, and one that the carrier added. */
export const attachmentIds = {
  awaited: ulidOf('F11E1'),
  accepted: ulidOf('F11E2'),
  ofCarrier: ulidOf('F11E3'),
};

function attachmentOf(
  id: string,
  state: AttachmentRecord['state'],
  by: AttachmentRecord['by'],
): AttachmentRecord {
  return {
    schemaVersion: 1,
    version: 1,
    id,
    fileName: 'Схема включения.pdf',
    mimeType: 'application/pdf',
    size: 1000,
    sha256: 'ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=',
    state,
    by,
    createdAt: submittedAt,
  };
}

const attachments = [
  attachmentOf(attachmentIds.awaited, 'awaited', technical),
  attachmentOf(attachmentIds.accepted, 'accepted', technical),
  attachmentOf(attachmentIds.ofCarrier, 'accepted', carrierActor(personOf('manager'), 'manager')),
];

/** Orders and what belongs to them, as items of the table. */
export const orderItems = [ownOperator, otherOperator].flatMap((operatorId) => {
  const partition = Partition.ofAccess({ side: 'operator', operatorId, roles: [] }, '');
  const order = { ...orderOf(operatorId), attachmentCount: attachments.length };
  const leaving = leavingOrderOf(operatorId);
  const history = orderHistory(partition, order.ulid);
  const items: readonly (readonly [ItemKey, StoredItem])[] = [
    [orderKey(partition, order.ulid), orderItemOf(order)],
    [termsKey(partition, order.ulid), termsItemOf([offering])],
    [history.key(order.historySequence), history.event(order, submitted, submission)],
    [noteKey(partition, order.ulid, note.ulid), { schemaVersion: 1, ...note }],
    ...attachments.map((file) => [attachmentKey(partition, order.ulid, file.id), file] as const),
    [orderKey(partition, leaving.ulid), orderItemOf(leaving)],
    [cancellationKey(partition, cancellationUlid), cancellationItemOf(cancellationOf(operatorId))],
  ];
  return items.map(([{ sortKey }, item]) => ({ pk: partition.key, sk: sortKey, ...item }));
});

/** Id of the order on the wire, for the samples. */
export const orderId = idOf(ownOperator, orderUlid);
/** Id of the request for cancellation on the wire. */
export const cancellationId = idOf(ownOperator, cancellationUlid);
