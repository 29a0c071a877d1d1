import * as z from 'zod';

/** A text as it is stored: both languages, always. */
export const textSchema = z.object({ ru: z.string(), en: z.string() });
