import * as z from 'zod';
import { type CarrierRole, carrierRoles, type OperatorRole, operatorRoles } from '../auth/roles.ts';

/*
 * Who made a change, in one shape for every history: the side, and of a person who signed in also the role, the subject
 * of the token and, where the request knows it, the name at that time. Each history accepts the actors that can change
 * its resource.
 */

const person = { sub: z.string(), name: z.string().optional() };

/** A person of an operator. */
export const operatorActorSchema = z.object({
  side: z.literal('operator'),
  role: z.enum(operatorRoles),
  ...person,
});

/** A person of the carrier. */
export const carrierActorSchema = z.object({
  side: z.literal('carrier'),
  role: z.enum(carrierRoles),
  ...person,
});

/** The anonymous holder of an application's secret. */
export const applicantActorSchema = z.object({ side: z.literal('applicant') });

/** The system itself, when a term ends. */
export const systemActorSchema = z.object({ side: z.literal('system') });

/** A person who signed in. */
export const signedInActorSchema = z.discriminatedUnion('side', [operatorActorSchema, carrierActorSchema]);

export type OperatorActor = z.infer<typeof operatorActorSchema>;
export type CarrierActor = z.infer<typeof carrierActorSchema>;
export type SignedInActor = z.infer<typeof signedInActorSchema>;
export type Actor = SignedInActor | z.infer<typeof applicantActorSchema> | z.infer<typeof systemActorSchema>;

/** The attributes of a caller's scope that an actor is made of. */
interface Caller {
  readonly sub: string;
  readonly name?: string | undefined;
}

/** A caller of an operator, in one of the roles of its scope. */
export function operatorActor({ sub, name }: Caller, role: OperatorRole): OperatorActor {
  return { side: 'operator', role, sub, ...(name === undefined ? {} : { name }) };
}

/** A caller of the carrier, in one of the roles of its scope. */
export function carrierActor({ sub, name }: Caller, role: CarrierRole): CarrierActor {
  return { side: 'carrier', role, sub, ...(name === undefined ? {} : { name }) };
}
