import * as z from 'zod';
import { checkEnding, uploadAttributes } from '../../shared/files/upload-request.ts';
import { paging } from '../../shared/http/list-query.ts';
import { defineRoutes } from '../../shared/http/route.ts';
import { orderingRoles } from '../../shared/order/actor.ts';
import { attachment, attachmentLink, attachmentPath, awaitedAttachment } from './attachment-resource.ts';

const everybody = [...orderingRoles, 'manager'] as const;

const params = z.strictObject({ id: z.string() });
const attachmentParams = params.extend({ attachmentId: z.string().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/) });

/** Files of orders, for the operator's people who order and for its account manager. */
export const routes = defineRoutes({
  listOrderAttachment: {
    method: 'GET',
    path: attachmentPath,
    summary: 'The files of an order, newest first, and how far each got',
    access: everybody,
    params,
    query: z.strictObject(paging),
    success: { status: 200, body: z.array(attachment) },
  },
  createOrderAttachment: {
    method: 'POST',
    path: attachmentPath,
    summary: 'Announces a file of an order that is open, and says where its bytes go',
    access: everybody,
    params,
    body: z.strictObject(uploadAttributes).superRefine(checkEnding).meta({ id: 'OrderAttachmentRequest' }),
    creates: attachment,
    success: { status: 201, body: awaitedAttachment },
  },
  renewOrderAttachment: {
    method: 'POST',
    path: `${attachmentPath}/{attachmentId}`,
    summary: 'Says anew where the bytes of a file go that did not arrive',
    access: everybody,
    params: attachmentParams,
    success: { status: 200, body: awaitedAttachment },
  },
  openOrderAttachment: {
    method: 'GET',
    path: `${attachmentPath}/{attachmentId}`,
    summary:
      'Where an accepted file can be fetched from, for five minutes; that it was asked for is recorded',
    access: everybody,
    params: attachmentParams,
    success: { status: 200, body: attachmentLink },
  },
  removeOrderAttachment: {
    method: 'DELETE',
    path: `${attachmentPath}/{attachmentId}`,
    summary:
      'Removes a file from an order that is open: whoever added it, the operator’s administrator, or the manager for the carrier’s side',
    access: everybody,
    params: attachmentParams,
    success: { status: 204 },
  },
});
