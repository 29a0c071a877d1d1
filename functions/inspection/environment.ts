import * as z from 'zod';
import { bucketEnvironmentShape } from '../../shared/uploads/upload-bucket.ts';

/** Variables of this function. */
export const environmentSchema = z.object({ TABLE_NAME: z.string().min(1), ...bucketEnvironmentShape });
