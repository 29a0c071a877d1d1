import * as z from 'zod';

/** Variables of this function. */
export const environmentSchema = z.object({
  TABLE_NAME: z.string().min(1),
  APPLICATIONS_BUCKET: z.string().min(1),
  DOCUMENTS_BUCKET: z.string().min(1),
});
