import { packageScans } from './application/package-scans.ts';
import type { UploadPlace } from './uploads/upload-owner.ts';
import { orderAttachments } from './order/order-attachments.ts';

/** Everything that has uploaded files. */
export const uploadOwners: readonly UploadPlace[] = [packageScans, orderAttachments];
