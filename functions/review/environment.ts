import * as z from 'zod';
import { httpEnvironmentSchema } from '../../shared/http/parts.ts';

/** Variables of this function. */
export const environmentSchema = httpEnvironmentSchema.extend({
  USER_POOL_ID: z.string().min(1),
  APPLICATIONS_BUCKET: z.string().min(1),
  /** Days for which scans and personal data outlive the decision. */
  SCAN_RETENTION_DAYS: z.coerce.number().int().positive(),
});
