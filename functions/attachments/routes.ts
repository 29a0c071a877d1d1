import * as z from 'zod';
import { attachment, awaitedAttachment } from '../../shared/uploads/attachment-resource.ts';
import { attachmentRoutes } from '../../shared/uploads/attachment-routes.ts';
import { checkExtension, uploadRequestShape } from '../../shared/uploads/upload-request.ts';
import { defineRoutes } from '../../shared/http/route.ts';
import { orderAttachments } from '../../shared/order/order-attachments.ts';

const files = attachmentRoutes({
  ...orderAttachments.entrances.order,
  id: z.string(),
  request: z
    .strictObject(uploadRequestShape(orderAttachments.limits))
    .superRefine(checkExtension)
    .meta({ id: 'AttachmentRequest' }),
  attachment,
  awaited: awaitedAttachment,
});

/** Files of orders, for the operator's people who order and for its account manager. */
export const routes = defineRoutes({
  listOrderAttachment: files.list,
  createOrderAttachment: { ...files.add, creates: attachment },
  renewOrderAttachment: files.renew,
  openOrderAttachment: files.open,
  removeOrderAttachment: {
    ...files.remove,
    summary:
      'Removes a file from an open order. Allowed to its author, to the operator’s administrator, and to the manager for the carrier’s files',
  },
});
