import type * as z from 'zod';
import type { UploadTarget } from '../../shared/files/file-bucket.ts';
import { authorOf, type OrderScope } from '../../shared/order/actor.ts';
import type { AttachmentRecord } from '../../shared/order/attachment-record.ts';
import type { Language } from '../../shared/text.ts';
import { mayRemove } from './attach.ts';
import { type attachment, attachmentPath, type awaitedAttachment } from './attachment-resource.ts';

/** The order of an attachment, and who it is shown to. */
export interface Showing {
  /** Id of the order in the API. */
  readonly orderId: string;
  readonly scope: OrderScope;
  readonly language: Language;
}

/** A file of an order. */
export function presentAttachment(
  record: AttachmentRecord,
  { orderId, scope, language }: Showing,
): z.output<typeof attachment> {
  const { id, fileName, mimeType, size, state, refusal, by, createdAt } = record;
  return {
    '@type': 'CabinetOrderAttachment',
    id,
    href: `${attachmentPath.replace('{id}', orderId)}/${id}`,
    fileName,
    mimeType,
    size,
    state,
    refusal,
    side: by.side,
    author: authorOf(by, language),
    createdAt,
    removable: mayRemove(record, scope),
  };
}

/** A file that is not uploaded yet, with its upload URL. */
export function presentAwaited(
  presented: z.output<typeof attachment>,
  target: UploadTarget,
): z.input<typeof awaitedAttachment> {
  return { ...presented, target: { ...target, fields: { ...target.fields } } };
}
