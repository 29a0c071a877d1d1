import * as z from 'zod';
import { applicantActorSchema, carrierActorSchema, systemActorSchema } from '../history/actor.ts';
import { type Happening, historyItemShape } from '../history/history-item.ts';
import { scanKinds } from './application-record.ts';

/** Kinds of events of an application: changes, and accesses to one of its scans. */
const applicationEventKinds = [
  'created',
  'state',
  'taken',
  'changed',
  'scanAdded',
  'scanRemoved',
  'scanOpened',
  'unanswered',
  'erased',
] as const;

/** An event of an application's history. */
export const applicationEventSchema = z.object({
  ...historyItemShape,
  by: z.discriminatedUnion('side', [carrierActorSchema, applicantActorSchema, systemActorSchema]),
  kind: z.enum(applicationEventKinds),
  scanId: z.string().optional(),
  /** Kind of the scan, which remains when the scan is removed. */
  scanKind: z.enum(scanKinds).optional(),
});

export type ApplicationEvent = z.infer<typeof applicationEventSchema>;

/** What happened to an application. */
export type ApplicationHappening = Happening<ApplicationEvent>;
