import type { routes } from '../../functions/orders/routes.ts';
import { catalogIds } from './catalog-world.ts';
import { cancellationId, orderId } from './orders-world.ts';
import type { Samples } from './sample.ts';
import { productUlid } from './services-world.ts';
import { idOf, ownOperator } from './world.ts';

const params = { id: orderId };
const idempotent = { 'idempotency-key': '6b8f2f0a-53c4-4c53-8a52-6f5f1d3f8a21' };

/** Connects one service and changes another. */
const order = {
  externalId: 'PO-2026-8',
  description: 'Второе направление и расширение первого',
  priority: '1',
  requestedCompletionDate: '2030-03-20T18:00:00+03:00',
  notificationContact: 'noc@severtelecom.example',
  note: [{ text: 'Кросс заказан' }],
  productOrderItem: [
    {
      id: '1',
      action: 'add',
      quantity: 1,
      productOffering: { id: catalogIds.productOffering },
      product: {
        name: 'Канал Казань — Самара',
        productCharacteristic: [
          { name: 'bandwidth', value: 50 },
          { name: 'remark', value: 'Порт 12' },
        ],
        place: [{ id: 'smr-2', name: 'Самара, ул. Красноармейская, 1', role: 'pointOfInterconnection' }],
      },
    },
    {
      id: '2',
      action: 'modify',
      product: {
        id: idOf(ownOperator, productUlid),
        productCharacteristic: [{ name: 'bandwidth', value: 300 }],
      },
      productOrderItemRelationship: [{ id: '1', relationshipType: 'reliesOn' }],
    },
  ],
};

/** A sample of every route about orders. */
export const orderSamples: Samples<typeof routes> = {
  listProductOrder: {
    as: 'technical',
    query: { state: 'acknowledged,inProgress', 'orderDate.gte': '2025-01-01', fields: 'state,externalId' },
  },
  readProductOrder: { as: 'technical', params },
  createProductOrder: { as: 'technical', headers: idempotent, body: order },
  changeProductOrder: {
    as: 'administrator',
    params,
    headers: { 'content-type': 'application/merge-patch+json', 'if-match': '"1"' },
    body: {
      description: 'Узел открыт с 8 до 20',
      productOrderItem: [
        { id: '1', product: { productCharacteristic: [{ name: 'bandwidth', value: 250 }] } },
      ],
    },
  },
  listCancelProductOrder: { as: 'manager', query: { limit: '10' } },
  readCancelProductOrder: { as: 'technical', params: { id: cancellationId } },
  createCancelProductOrder: {
    as: 'technical',
    headers: idempotent,
    body: {
      productOrder: { id: orderId },
      cancellationReason: 'Узел закрывается',
      requestedCancellationDate: '2026-03-20T09:00:00+03:00',
    },
  },
  validateProductOrder: { as: 'technical', body: order },
  transitionProductOrder: {
    as: 'manager',
    params,
    headers: { 'if-match': '"1"' },
    body: {
      itemId: '1',
      state: 'inProgress',
      reason: 'Ресурс есть',
      expectedCompletionDate: '2030-03-27T18:00:00+03:00',
    },
  },
  createProductOrderNote: {
    as: 'manager',
    params,
    headers: idempotent,
    body: { text: 'Пропуск в помещение оформлен' },
  },
  listProductOrderNote: { as: 'technical', params, query: { limit: '10' } },
  listProductOrderHistory: { as: 'manager', params, query: { limit: '10' } },
};
