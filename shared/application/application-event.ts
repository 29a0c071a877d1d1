import * as z from 'zod';
import { applicantActorSchema, carrierActorSchema, systemActorSchema } from '../history/actor.ts';
import { scanKinds } from './application-record.ts';
import { applicationStates } from './application-state.ts';

/** One thing that happened to an application: a change of its state, or a look at one of its scans. */
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
  /** What the scan is of, which outlives the scan. */
  scanKind: z.enum(scanKinds).optional(),
});

export type ApplicationEvent = z.infer<typeof applicationEventSchema>;
