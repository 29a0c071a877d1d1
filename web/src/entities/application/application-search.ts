import * as z from 'zod/mini';

/** States that the queue can be narrowed to. */
export const queueStates = ['submitted', 'inReview', 'correctionRequested', 'approving'] as const;
export const decisions = ['approved', 'refused'] as const;

/** Filters of the list of access applications, as its address keeps them. */
export const applicationSearch = z.object({
  tab: z.optional(z.enum(['queue', 'decided'])),
  mine: z.optional(z.enum(['true', 'false'])),
  state: z.optional(z.enum(queueStates)),
  kind: z.optional(z.enum(decisions)),
});

export type ApplicationSearch = z.infer<typeof applicationSearch>;
