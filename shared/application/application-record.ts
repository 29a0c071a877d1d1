import * as z from 'zod';
import { operatorIdSchema } from '../auth/membership.ts';
import { Partition } from '../table/partition.ts';
import type { ItemKey, VersionedItem } from '../table/table.ts';
import { applicationDraftSchema } from './application-form.ts';
import { applicationStates, waitingFor, type ApplicationState } from './application-state.ts';

/** Documents of the package, by what they are. */
export const scanKinds = ['application', 'identityDocument', 'powerOfAttorney', 'other'] as const;

/** What the manager ticks off. */
const checkListSchema = z.object({
  applicationSigned: z.boolean(),
  identityChecked: z.boolean(),
  authorityChecked: z.boolean(),
  requisitesChecked: z.boolean(),
});

/** The check list of a package that nobody has checked as it is now. */
export const nothingChecked: Readonly<z.infer<typeof checkListSchema>> = {
  applicationSigned: false,
  identityChecked: false,
  authorityChecked: false,
  requisitesChecked: false,
};

/** Why applications are refused without anybody doing it: the corrections did not come in time. */
export const decisionCauses = ['unanswered'] as const;

/** One request for corrections, and when the applicant answered it. */
const correctionSchema = z.object({
  at: z.string(),
  by: z.string(),
  text: z.string(),
  answeredAt: z.string().optional(),
});

/** What an approval makes. Decided before the first call to the outside, so that a repetition makes the same. */
const approvalSchema = z.object({
  operatorId: operatorIdSchema,
  /** The operator was there before the application. */
  existing: z.boolean(),
  managerSub: z.string(),
  billingAccountId: z.string().optional(),
  agreementId: z.string().optional(),
  startedAt: z.string(),
  /** What became of each requested account, as far as it was tried. */
  accounts: z.array(
    z.object({
      /** Gone when the application was erased. */
      email: z.string().optional(),
      outcome: z.enum(['created', 'existed', 'rejected']),
      sub: z.string().optional(),
    }),
  ),
});

/** An access application, as it is stored. Its scans and its history stand beside it, in the same partition. */
export const applicationRecordSchema = z.object({
  schemaVersion: z.literal(1),
  version: z.int(),
  /** Also the reference code that people are told. */
  id: z.string(),
  state: z.enum(applicationStates),
  /** By the form on the site, or registered by a manager from paper. */
  channel: z.enum(['form', 'paper']),
  /** As far as it is filled; a draft may miss anything. Gone when the application was erased. */
  form: applicationDraftSchema.optional(),
  /** What is kept of the secret that opens it; an application from paper has none. */
  secretHash: z.string().optional(),
  createdAt: z.string(),
  updatedAt: z.string(),
  submittedAt: z.string().optional(),
  /** When whoever is waited for has to answer: the carrier, or the applicant whose corrections are awaited. */
  dueAt: z.string().optional(),
  /** The manager who took it. */
  managerSub: z.string().optional(),
  checkList: checkListSchema,
  /** Of which documents an accepted scan was there when it was last looked at: at the submission, and at every step after. */
  scannedKinds: z.array(z.enum(scanKinds)).optional(),
  corrections: z.array(correctionSchema).max(20),
  decision: z
    .object({
      at: z.string(),
      /** Absent where nobody decided, and the application ended by itself. */
      by: z.string().optional(),
      kind: z.enum(['approved', 'refused']),
      reason: z.string().optional(),
      /** Why it ended by itself. */
      cause: z.enum(decisionCauses).optional(),
    })
    .optional(),
  approval: approvalSchema.optional(),
  /**
   * When the eraser takes it: a draft as a whole, of a decided application the scans and personal data; one whose
   * corrections are awaited is refused then, too.
   */
  eraseAt: z.string().optional(),
  erasedAt: z.string().optional(),
});

export type ApplicationRecord = z.infer<typeof applicationRecordSchema>;

/** Sort key of the application in its own partition; its children follow it under prefixes of their own. */
export const applicationSortKey = 'APPLICATION';

export function applicationKey(partition: Partition): ItemKey {
  return { partition, sortKey: applicationSortKey };
}

/** Index partition (`byManager`) of the applications that wait for the carrier, the first due first. */
export const applicationQueue = 'QUEUE#APPLICATION';
/** Index partition (`byState`) of the applications that are decided, by when. */
export const decidedApplications = 'APPLICATION/DECIDED';
/** Index partition (`byDue`) of what the eraser has to take, by when. */
export const erasureQueue = 'ERASURE';

/** Item of an application, with the attributes that its indexes read. */
export function applicationItem(application: ApplicationRecord): VersionedItem {
  const { id, state, dueAt, decision, eraseAt } = application;
  return {
    ...application,
    ...(waitsInQueue(state) && dueAt !== undefined
      ? { managerPartition: applicationQueue, managerSort: `${queueOf(state)}#${dueAt}#${id}` }
      : {}),
    ...(decision === undefined
      ? {}
      : { statePartition: decidedApplications, stateSort: `${decision.at}#${id}` }),
    ...(eraseAt === undefined ? {} : { duePartition: erasureQueue, dueSort: `${eraseAt}#${id}` }),
  };
}

/** Managers see first what waits for them, then what waits for an applicant. */
function queueOf(state: ApplicationState): string {
  return waitingFor(state) === 'carrier' ? '1' : '2';
}

/** Until it is decided; a draft is the applicant's own. */
function waitsInQueue(state: ApplicationState): boolean {
  return waitingFor(state) === 'carrier' || state === 'correctionRequested';
}

/** How far an application got: all that its reference code alone tells. Written with every change of it. */
export const applicationStatusSchema = z.object({
  schemaVersion: z.literal(1),
  state: z.enum(applicationStates),
  updatedAt: z.string(),
  dueAt: z.string().optional(),
  eraseAt: z.string().optional(),
});

/** Where it stands how far the application of a reference code got. */
export function applicationStatusKey(applicationId: string): ItemKey {
  return { partition: Partition.ofReferenceCode(applicationId), sortKey: 'STATUS' };
}
