import * as z from 'zod';
import { signedInActorSchema } from '../history/actor.ts';

const stepSchema = z.object({ from: z.string().optional(), to: z.string() });

/** An event of an order's history, written once, together with the change that it describes. */
export const orderEventSchema = z.object({
  schemaVersion: z.literal(1),
  at: z.string(),
  by: signedInActorSchema,
  /** State of the order before and after; `from` is absent on creation. */
  state: stepSchema,
  /** State changes of items. */
  items: z.array(stepSchema.extend({ itemId: z.string() })),
  /** Changed attributes of the order, or of one of its items; a promised date includes the old one. */
  changes: z.array(
    z.object({
      itemId: z.string().optional(),
      attribute: z.string(),
      from: z.string().optional(),
      to: z.string().optional(),
    }),
  ),
  reason: z.string().optional(),
  /** Cancellation request that was made or decided, by its id in the API. */
  cancellation: stepSchema.extend({ id: z.string() }).optional(),
});

export type OrderEvent = z.infer<typeof orderEventSchema>;
