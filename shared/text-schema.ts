import * as z from 'zod';

/** A text as it is stored, always in both languages. */
export const textSchema = z.object({ ru: z.string(), en: z.string() });
