import * as z from 'zod';
import { httpEnvironmentSchema } from '../../shared/http/parts.ts';

/** Variables of this function. */
export const environmentSchema = httpEnvironmentSchema.extend({
  /** Whom the standard application is addressed to: name and requisites, in Russian. */
  CARRIER: z.string().min(1),
});
