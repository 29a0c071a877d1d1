import * as z from 'zod';
import { uploadRefusals, uploadStates } from '../../shared/files/upload-record.ts';

/** Path of the files of an order. */
export const attachmentPath = '/cabinet/v1/productOrder/{id}/attachment';

const attachmentShape = {
  id: z.string(),
  href: z.string(),
  fileName: z.string(),
  mimeType: z.string(),
  /** Bytes. */
  size: z.int(),
  state: z.enum(uploadStates),
  /** Why it was refused. */
  refusal: z.enum(uploadRefusals).optional(),
  side: z.enum(['operator', 'carrier']),
  /** Side and role of the author, never a name. */
  author: z.string(),
  createdAt: z.string(),
  /** Whether the reader may remove it while the order is open. */
  removable: z.boolean(),
};

/** A file that is attached to an order. */
export const attachment = z
  .strictObject({ '@type': z.literal('CabinetOrderAttachment'), ...attachmentShape })
  .meta({ id: 'OrderAttachment' });

/** A file that is not uploaded yet, with its upload URL: a form post whose last field is `file`. */
export const awaitedAttachment = z
  .strictObject({
    ...attachment.shape,
    target: z.strictObject({
      url: z.string(),
      fields: z.record(z.string(), z.string()),
      expiresAt: z.string(),
    }),
  })
  .meta({ id: 'AwaitedOrderAttachment' });

/** A download URL that is valid for five minutes. */
export const attachmentLink = z
  .strictObject({ url: z.string(), expiresAt: z.string() })
  .meta({ id: 'OrderAttachmentLink' });
