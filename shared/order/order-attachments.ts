import * as z from 'zod';
import { operatorIdSchema } from '../auth/membership.ts';
import { UploadOwner } from '../uploads/upload-owner.ts';
import { Partition } from '../table/partition.ts';
import { orderRoles } from './actor.ts';
import { attachmentLimits, maxAttachments } from './attachment-limits.ts';
import { attachmentKey } from './attachment-record.ts';

/** Files of orders, of both sides. Not archived, so not locked (docs/adr/0064). */
export const orderAttachments = new UploadOwner({
  bucket: 'documents',
  prefix: 'attachments/',
  limits: attachmentLimits,
  entity: z.object({ operatorId: operatorIdSchema, ulid: z.string().regex(/^[0-9A-Z]{26}$/) }),
  recordKey: (scope, { operatorId, ulid }, attachmentId) =>
    attachmentKey(Partition.ofOperator(scope, operatorId), ulid, attachmentId),
  entrances: {
    order: {
      path: '/cabinet/v1/productOrder/{id}/attachment',
      access: orderRoles,
      of: 'an order',
      maxFiles: maxAttachments,
    },
  },
});
