import * as z from 'zod';
import { httpEnvironmentSchema } from '../../shared/http/parts.ts';

/** Environment variables of this function. */
export const environmentSchema = httpEnvironmentSchema.extend({ APPLICATIONS_BUCKET: z.string().min(1) });
