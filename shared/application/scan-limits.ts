import type { FileLimits } from '../uploads/file-type.ts';

/** Scans of the package of an access application. */
export const scanLimits = {
  types: ['application/pdf', 'image/jpeg', 'image/png', 'image/tiff'],
  maxBytes: 20 * 1024 * 1024,
} as const satisfies FileLimits;
