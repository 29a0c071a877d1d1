import * as z from 'zod';
import { carrierRoles, operatorRoles } from '../auth/roles.ts';

/*
 * Who made a change, in one shape for every history: the side, and of a person who signed in also the role and the
 * subject of the token. Each history accepts the actors that can change its resource.
 */

const operatorActorSchema = z.object({
  side: z.literal('operator'),
  role: z.enum(operatorRoles),
  sub: z.string(),
});

/** A person of the carrier. */
export const carrierActorSchema = z.object({
  side: z.literal('carrier'),
  role: z.enum(carrierRoles),
  sub: z.string(),
});

/** The anonymous holder of an application's secret. */
export const applicantActorSchema = z.object({ side: z.literal('applicant') });

/** The system itself, when a term ends. */
export const systemActorSchema = z.object({ side: z.literal('system') });

/** A person who signed in. */
export const signedInActorSchema = z.discriminatedUnion('side', [operatorActorSchema, carrierActorSchema]);

export type SignedInActor = z.infer<typeof signedInActorSchema>;
