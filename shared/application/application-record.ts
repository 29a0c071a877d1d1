import * as z from 'zod';
import { operatorIdSchema } from '../auth/membership.ts';
import { historySequenceSchema } from '../history/history-item.ts';
import { Partition } from '../table/partition.ts';
import type { ItemKey, VersionedItem } from '../table/table.ts';
import { applicationDraftSchema } from './application-form.ts';
import { applicationStates, waitingFor, type ApplicationState } from './application-state.ts';

/** Kinds of documents in the package. */
export const scanKinds = ['application', 'identityDocument', 'powerOfAttorney', 'other'] as const;

/** The manager's checklist. */
const checkListSchema = z.object({
  applicationSigned: z.boolean(),
  identityChecked: z.boolean(),
  authorityChecked: z.boolean(),
  requisitesChecked: z.boolean(),
});

/** The checklist of a new or changed application. */
export const emptyCheckList: Readonly<z.infer<typeof checkListSchema>> = {
  applicationSigned: false,
  identityChecked: false,
  authorityChecked: false,
  requisitesChecked: false,
};

/** Reason for automatic refusals: the corrections did not arrive in time. */
export const decisionCauses = ['unanswered'] as const;

/** A correction request, and when the applicant answered it. */
const correctionSchema = z.object({
  at: z.string(),
  by: z.string(),
  text: z.string(),
  answeredAt: z.string().optional(),
});

/** The plan and progress of an approval. The plan is stored before the first external call, so that repetitions use it. */
const approvalSchema = z.object({
  operatorId: operatorIdSchema,
  /** Whether the operator existed before the application. */
  existing: z.boolean(),
  managerSub: z.string(),
  billingAccountId: z.string().optional(),
  agreementId: z.string().optional(),
  startedAt: z.string(),
  /** Outcomes of the accounts that were attempted. */
  accounts: z.array(
    z.object({
      /** Absent once the application is erased. */
      email: z.string().optional(),
      outcome: z.enum(['created', 'existed', 'rejected']),
      sub: z.string().optional(),
    }),
  ),
});

/** An access application, as it is stored. Its scans and its history are in the same partition. */
export const applicationRecordSchema = z.object({
  schemaVersion: z.literal(1),
  version: z.int(),
  historySequence: historySequenceSchema,
  /** Also the reference code that applicants get. */
  id: z.string(),
  state: z.enum(applicationStates),
  /** Submitted online, or registered by a manager from paper. */
  channel: z.enum(['form', 'paper']),
  /** Possibly incomplete in a draft. Absent once the application is erased. */
  form: applicationDraftSchema.optional(),
  /** Hash of the applicant's secret; an application from paper has none. */
  secretHash: z.string().optional(),
  createdAt: z.string(),
  updatedAt: z.string(),
  submittedAt: z.string().optional(),
  /** When the carrier's answer or the applicant's corrections are due. */
  dueAt: z.string().optional(),
  /** The assigned manager. */
  managerSub: z.string().optional(),
  checkList: checkListSchema,
  /** Documents with an accepted scan, updated at the submission and at every later step. */
  scannedKinds: z.array(z.enum(scanKinds)).optional(),
  corrections: z.array(correctionSchema).max(20),
  decision: z
    .object({
      at: z.string(),
      /** Absent for an automatic decision. */
      by: z.string().optional(),
      kind: z.enum(['approved', 'refused']),
      reason: z.string().optional(),
      /** Reason of an automatic decision. */
      cause: z.enum(decisionCauses).optional(),
    })
    .optional(),
  approval: approvalSchema.optional(),
  /**
   * When it is erased: a draft completely, a decided application without its scans and personal data. An application that
   * waits for corrections is refused then, too.
   */
  eraseAt: z.string().optional(),
  erasedAt: z.string().optional(),
});

export type ApplicationRecord = z.infer<typeof applicationRecordSchema>;

/** Sort key of the application in its own partition; its children follow it with their own prefixes. */
export const applicationSortKey = 'APPLICATION';

export function applicationKey(partition: Partition): ItemKey {
  return { partition, sortKey: applicationSortKey };
}

/** Index partition (`byManager`) of undecided applications, sorted by due date. */
export const applicationQueue = 'QUEUE#APPLICATION';
/** Index partition (`byState`) of decided applications, sorted by time. */
export const decidedApplications = 'APPLICATION/DECIDED';
/** Index partition (`byDue`) of what is due for erasure, sorted by time. */
export const erasureQueue = 'ERASURE';

/** Item of an application, with its index attributes. */
export function applicationItem(application: ApplicationRecord): VersionedItem {
  const { id, state, dueAt, decision, eraseAt } = application;
  return {
    ...application,
    ...(isQueued(state) && dueAt !== undefined
      ? { managerPartition: applicationQueue, managerSort: `${queueOf(state)}#${dueAt}#${id}` }
      : {}),
    ...(decision === undefined
      ? {}
      : { statePartition: decidedApplications, stateSort: `${decision.at}#${id}` }),
    ...(eraseAt === undefined ? {} : { duePartition: erasureQueue, dueSort: `${eraseAt}#${id}` }),
  };
}

/** Managers see applications that wait for them before those that wait for an applicant. */
function queueOf(state: ApplicationState): string {
  return waitingFor(state) === 'carrier' ? '1' : '2';
}

/** From the submission to the decision. */
function isQueued(state: ApplicationState): boolean {
  return waitingFor(state) === 'carrier' || state === 'correctionRequested';
}

/** The public status of an application, which its reference code gives access to. Written with every change. */
export const applicationStatusSchema = z.object({
  schemaVersion: z.literal(1),
  state: z.enum(applicationStates),
  updatedAt: z.string(),
  dueAt: z.string().optional(),
  eraseAt: z.string().optional(),
});

/** Key of the public status of an application. */
export function applicationStatusKey(applicationId: string): ItemKey {
  return { partition: Partition.ofReferenceCode(applicationId), sortKey: 'STATUS' };
}
