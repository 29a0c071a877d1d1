import * as z from 'zod';
import { uploadRefusals, uploadStates } from './upload-record.ts';

/** A file of an entity. Owners may add attributes. */
export const attachment = z
  .strictObject({
    '@type': z.literal('CabinetAttachment'),
    id: z.string(),
    href: z.string(),
    fileName: z.string(),
    mimeType: z.string(),
    /** Bytes. */
    size: z.int(),
    state: z.enum(uploadStates),
    /** Why it was refused. */
    refusal: z.enum(uploadRefusals).optional(),
    side: z.enum(['operator', 'carrier', 'applicant']),
    /** Side and role of the author, never a name. */
    author: z.string(),
    createdAt: z.string(),
    inspectedAt: z.string().optional(),
    /** Whether the reader may remove it, while the entity is open to changes. */
    removable: z.boolean(),
  })
  .meta({ id: 'Attachment' });

export type Attachment = z.output<typeof attachment>;

/** Where to upload a file: a form post whose last field is `file`. */
const uploadTarget = z
  .strictObject({
    url: z.string(),
    fields: z.record(z.string(), z.string()),
    expiresAt: z.string(),
  })
  .meta({ id: 'UploadTarget' });

/** What a file that is not uploaded yet has in addition: its upload URL. */
export const awaitedShape = { target: uploadTarget };

/** A file that is not uploaded yet, with its upload URL. */
export const awaitedAttachment = z
  .strictObject({ ...attachment.shape, ...awaitedShape })
  .meta({ id: 'AwaitedAttachment' });

/** A download URL that is valid for five minutes. */
export const attachmentLink = z
  .strictObject({ url: z.string(), expiresAt: z.string() })
  .meta({ id: 'AttachmentLink' });
