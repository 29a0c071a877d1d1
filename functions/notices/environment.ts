import { httpEnvironmentSchema } from '../../shared/http/parts.ts';

/** Variables of this function. */
export const environmentSchema = httpEnvironmentSchema;
