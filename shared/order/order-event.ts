import * as z from 'zod';
import { signedInActorSchema } from '../history/actor.ts';

const stepSchema = z.object({ from: z.string().optional(), to: z.string() });

/** One thing that happened to an order: written once, together with the change that it tells of. */
export const orderEventSchema = z.object({
  schemaVersion: z.literal(1),
  at: z.string(),
  by: signedInActorSchema,
  /** State of the order before and after; nothing stood before its creation. */
  state: stepSchema,
  /** States that items went into. */
  items: z.array(stepSchema.extend({ itemId: z.string() })),
  /** Attributes of the order, or of one of its items, that changed; a promised date among them keeps the old one. */
  changes: z.array(
    z.object({
      itemId: z.string().optional(),
      attribute: z.string(),
      from: z.string().optional(),
      to: z.string().optional(),
    }),
  ),
  reason: z.string().optional(),
  /** Request for cancellation that was made or decided, by its id on the wire. */
  cancellation: stepSchema.extend({ id: z.string() }).optional(),
});

export type OrderEvent = z.infer<typeof orderEventSchema>;
