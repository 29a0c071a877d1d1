import * as z from 'zod';
import { httpEnvironmentSchema } from '../../shared/http/parts.ts';

/** Environment variables of this function. */
export const environmentSchema = httpEnvironmentSchema.extend({
  /** Addressee of the standard application: name and bank details, in Russian. */
  CARRIER: z.string().min(1),
});
