import { httpEnvironmentSchema } from '../../shared/http/parts.ts';

/** Environment variables of this function. */
export const environmentSchema = httpEnvironmentSchema;
