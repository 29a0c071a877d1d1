import * as z from 'zod/mini';

/** States that a list can be narrowed to. */
export const orderStates = [
  'acknowledged',
  'inProgress',
  'pending',
  'held',
  'assessingCancellation',
  'pendingCancellation',
  'completed',
  'partial',
  'failed',
  'rejected',
  'cancelled',
] as const;

/** Filters of the list of orders, as its address keeps them. */
export const orderSearch = z.object({
  operatorId: z.optional(z.string()),
  state: z.optional(z.enum(orderStates)),
  waitingFor: z.optional(z.enum(['operator', 'carrier'])),
  overdue: z.optional(z.enum(['true', 'false'])),
  externalId: z.optional(z.string()),
});

export type OrderSearch = z.infer<typeof orderSearch>;
