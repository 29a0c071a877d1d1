import * as z from 'zod/mini';

const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

/** Filters of the scan access log in the URL: Moscow days, both inclusive. */
export const scanAccessSearch = z.object({
  from: z.optional(day),
  to: z.optional(day),
  by: z.optional(z.string()),
});

export type ScanAccessSearch = z.infer<typeof scanAccessSearch>;
