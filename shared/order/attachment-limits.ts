import type { FileLimits } from '../uploads/file-type.ts';

/** Files of orders. */
export const attachmentLimits = {
  types: [
    'application/pdf',
    'image/jpeg',
    'image/png',
    'image/tiff',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'text/csv',
  ],
  maxBytes: 20 * 1024 * 1024,
} as const satisfies FileLimits;

/** Maximum number of files of an order, in any state. */
export const maxAttachments = 20;
