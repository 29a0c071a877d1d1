import * as z from 'zod';
import { applicantActorSchema, carrierActorSchema, systemActorSchema } from '../history/actor.ts';
import { scanKinds } from './application-record.ts';
import { applicationStates } from './application-state.ts';

/** An event of an application's history: a change, or an access to one of its scans. */
export const applicationEventSchema = z.object({
  schemaVersion: z.literal(1),
  at: z.string(),
  by: z.discriminatedUnion('side', [carrierActorSchema, applicantActorSchema, systemActorSchema]),
  kind: z.enum([
    'created',
    'state',
    'taken',
    'changed',
    'scanAdded',
    'scanRemoved',
    'scanOpened',
    'unanswered',
    'erased',
  ]),
  from: z.enum(applicationStates).optional(),
  to: z.enum(applicationStates).optional(),
  reason: z.string().optional(),
  scanId: z.string().optional(),
  /** Kind of the scan, which remains when the scan is removed. */
  scanKind: z.enum(scanKinds).optional(),
});

export type ApplicationEvent = z.infer<typeof applicationEventSchema>;
