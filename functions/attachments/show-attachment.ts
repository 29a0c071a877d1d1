import type { Attachment } from '../../shared/uploads/attachment-resource.ts';
import { presentAttachment } from '../../shared/uploads/present-attachment.ts';
import { authorOf } from '../../shared/history/author.ts';
import type { OrderScope } from '../../shared/order/actor.ts';
import type { AttachmentRecord } from '../../shared/order/attachment-record.ts';
import { orderAttachments } from '../../shared/order/order-attachments.ts';
import type { Language } from '../../shared/text.ts';
import { mayRemove } from './attach.ts';

/** The order of an attachment, and who it is shown to. */
interface Showing {
  readonly params: { readonly id: string };
  readonly scope: OrderScope;
  readonly language: Language;
}

/** A file of an order, for the caller of a request. */
export function showAttachment(record: AttachmentRecord, { params, scope, language }: Showing): Attachment {
  return presentAttachment(record, {
    path: orderAttachments.entrances.order.path,
    entityId: params.id,
    side: record.by.side,
    author: authorOf(record.by, language),
    removable: mayRemove(record, scope),
  });
}
