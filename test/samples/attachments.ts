import type { routes } from '../../functions/attachments/routes.ts';
import { attachmentIds, orderId } from './orders-world.ts';
import type { Samples } from './sample.ts';

/** A sample of every route about the files of orders. */
export const attachmentSamples: Samples<typeof routes> = {
  listOrderAttachment: { as: 'technical', params: { id: orderId }, query: { limit: '10' } },
  createOrderAttachment: {
    as: 'technical',
    params: { id: orderId },
    headers: { 'idempotency-key': '0d3d3c52-5d3f-4b5e-8f0c-7a6d2c1b9e34' },
    body: {
      fileName: 'Схема включения № 2.pdf',
      mimeType: 'application/pdf',
      size: 345_678,
      sha256: 'ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=',
    },
  },
  renewOrderAttachment: {
    as: 'technical',
    params: { id: orderId, attachmentId: attachmentIds.awaited },
  },
  openOrderAttachment: {
    as: 'technical',
    params: { id: orderId, attachmentId: attachmentIds.accepted },
  },
  removeOrderAttachment: {
    as: 'manager',
    params: { id: orderId, attachmentId: attachmentIds.ofCarrier },
  },
};
