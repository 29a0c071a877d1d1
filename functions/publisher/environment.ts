import * as z from 'zod';

/** Variables of this function. */
export const environmentSchema = z.object({ EVENT_BUS_NAME: z.string().min(1) });
