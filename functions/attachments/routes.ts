import * as z from 'zod';
import { checkExtension, uploadAttributes } from '../../shared/files/upload-request.ts';
import { paging } from '../../shared/http/list-query.ts';
import { defineRoutes } from '../../shared/http/route.ts';
import { orderRoles } from '../../shared/order/actor.ts';
import { attachment, attachmentLink, attachmentPath, awaitedAttachment } from './attachment-resource.ts';

const params = z.strictObject({ id: z.string() });
const attachmentParams = params.extend({ attachmentId: z.string().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/) });

/** Files of orders, for the operator's people who order and for its account manager. */
export const routes = defineRoutes({
  listOrderAttachment: {
    method: 'GET',
    path: attachmentPath,
    summary: 'Lists the files of an order with their states, newest first',
    access: orderRoles,
    params,
    query: z.strictObject(paging),
    success: { status: 200, body: z.array(attachment) },
  },
  createOrderAttachment: {
    method: 'POST',
    path: attachmentPath,
    summary: 'Adds a file to an open order, and returns its upload URL',
    access: orderRoles,
    params,
    body: z.strictObject(uploadAttributes).superRefine(checkExtension).meta({ id: 'OrderAttachmentRequest' }),
    creates: attachment,
    success: { status: 201, body: awaitedAttachment },
  },
  renewOrderAttachment: {
    method: 'POST',
    path: `${attachmentPath}/{attachmentId}`,
    summary: 'Renews the upload URL of a file',
    access: orderRoles,
    params: attachmentParams,
    success: { status: 200, body: awaitedAttachment },
  },
  openOrderAttachment: {
    method: 'GET',
    path: `${attachmentPath}/{attachmentId}`,
    summary: 'Returns a download URL of an accepted file, valid for five minutes; the access is recorded',
    access: orderRoles,
    params: attachmentParams,
    success: { status: 200, body: attachmentLink },
  },
  removeOrderAttachment: {
    method: 'DELETE',
    path: `${attachmentPath}/{attachmentId}`,
    summary:
      'Removes a file from an open order. Allowed to its author, to the operator’s administrator, and to the manager for the carrier’s files',
    access: orderRoles,
    params: attachmentParams,
    success: { status: 204 },
  },
});
