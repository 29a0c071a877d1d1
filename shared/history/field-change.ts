import * as z from 'zod';

/** A changed field of a resource, before and after; absent values are left out. */
export const fieldChangeSchema = z.object({
  /** Part of the resource that has the field, such as an item of an order; absent for the resource itself. */
  item: z.string().optional(),
  field: z.string(),
  before: z.string().optional(),
  after: z.string().optional(),
});

export type FieldChange = z.infer<typeof fieldChangeSchema>;
