import * as z from 'zod';
import { httpEnvironmentSchema } from '../../shared/http/parts.ts';

/** Variables of this function. */
export const environmentSchema = httpEnvironmentSchema.extend({ USER_POOL_ID: z.string().min(1) });
