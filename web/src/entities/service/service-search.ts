import * as z from 'zod/mini';

/** States that a list can be narrowed to. */
export const serviceStatuses = [
  'active',
  'pendingActive',
  'suspended',
  'pendingTerminate',
  'terminated',
] as const;

/** Filters of the list of services, as its address keeps them. */
export const serviceSearch = z.object({
  operatorId: z.optional(z.string()),
  categoryId: z.optional(z.string()),
  status: z.optional(z.enum(serviceStatuses)),
  placeName: z.optional(z.string()),
});

export type ServiceSearch = z.infer<typeof serviceSearch>;
