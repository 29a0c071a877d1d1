import * as z from 'zod/mini';

/** Starting point of a new order: an offering, a service to change or to disconnect, or an earlier order to copy. */
export const newOrderSearch = z.object({
  offering: z.optional(z.string()),
  modify: z.optional(z.string()),
  disconnect: z.optional(z.string()),
  copy: z.optional(z.string()),
});

export type NewOrderSearch = z.infer<typeof newOrderSearch>;
