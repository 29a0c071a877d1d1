import * as z from 'zod';
import { carrierPerson } from '../../shared/auth/carrier-person.ts';
import { operatorIdSchema } from '../../shared/auth/membership.ts';
import { applicationDraftSchema } from '../../shared/application/application-form.ts';
import { applicationEventSchema } from '../../shared/application/application-event.ts';
import {
  applicationRecordSchema,
  decisionCauses,
  scanKinds,
} from '../../shared/application/application-record.ts';
import { applicationStates } from '../../shared/application/application-state.ts';
import { scan } from '../../shared/application/scan-resource.ts';

/** Path of access applications for the carrier's staff. */
export const applicationPath = '/cabinet/v1/review/application';

const { state, channel, checkList } = applicationRecordSchema.shape;

/** The manager's checklist. */
export const checkListResource = z.strictObject(checkList.shape);

/** Attributes of an application in a list. */
const summaryShape = {
  id: z.string(),
  href: z.string(),
  state,
  channel,
  company: z.strictObject({ name: z.string().optional(), taxpayerNumber: z.string().optional() }).optional(),
  waitingFor: z.enum(['applicant', 'carrier']).optional(),
  createdAt: z.string(),
  submittedAt: z.string().optional(),
  /** Full days since the submission. */
  ageDays: z.int().optional(),
  /** When the answer of `waitingFor` is due; an applicant that misses the date is refused. */
  dueAt: z.string().optional(),
  overdue: z.boolean(),
  /** The assigned manager. */
  takenBy: carrierPerson.optional(),
  checkList: checkListResource,
  /** Required documents without an accepted scan as of the last change. */
  missingScan: z.array(z.enum(scanKinds)),
  decision: z
    .strictObject({
      at: z.string(),
      /** Absent for an automatic decision. */
      by: carrierPerson.optional(),
      kind: z.enum(['approved', 'refused']),
      reason: z.string().optional(),
      /** Reason of an automatic decision. */
      cause: z.enum(decisionCauses).optional(),
    })
    .optional(),
};

export const applicationSummary = z
  .strictObject({ '@type': z.literal('CabinetAccessApplication'), ...summaryShape })
  .meta({ id: 'AccessApplicationSummary' });

const account = z.strictObject({
  /** Absent once the application is erased. */
  email: z.string().optional(),
  /** `existed`: the login is taken, and its account was left unchanged; `rejected`: the user pool refused the login. */
  outcome: z.enum(['created', 'existed', 'rejected']),
});

const caseShape = {
  ...summaryShape,
  '@type': z.literal('CabinetAccessApplication'),
  form: applicationDraftSchema.optional(),
  correction: z.array(
    z.strictObject({
      at: z.string(),
      by: carrierPerson,
      text: z.string(),
      answeredAt: z.string().optional(),
    }),
  ),
  /** Progress and results of the approval. */
  approval: z
    .strictObject({
      operatorId: operatorIdSchema,
      existing: z.boolean(),
      manager: carrierPerson,
      billingAccountId: z.string().optional(),
      agreementId: z.string().optional(),
      account: z.array(account),
    })
    .optional(),
  /** When its scans and personal data will be erased, and when they were. */
  eraseAt: z.string().optional(),
  erasedAt: z.string().optional(),
};

/** An application as the managers who decide on it see it. */
export const applicationCase = z.strictObject(caseShape).meta({ id: 'AccessApplication' });

const event = z.strictObject({
  id: z.string(),
  /** 1 for the first event of the application, then one more for every other. */
  sequence: z.int(),
  at: z.string(),
  /** Absent for actions of the applicant and of the system. */
  by: carrierPerson.optional(),
  kind: applicationEventSchema.shape.kind,
  from: z.enum(applicationStates).optional(),
  to: z.enum(applicationStates).optional(),
  /** Changed fields; the values of the form are masked. */
  change: z.array(
    z.strictObject({ field: z.string(), before: z.string().optional(), after: z.string().optional() }),
  ),
  reason: z.string().optional(),
  scanId: z.string().optional(),
  scanKind: z.enum(scanKinds).optional(),
});

/** Preview of an approval. */
const plan = z.strictObject({
  operator: z.strictObject({
    /** Id of the operator with this ИНН; otherwise a proposal, which the approval may override. */
    id: operatorIdSchema,
    name: z.string(),
    existing: z.boolean(),
    /** The operator's account manager; absent for a new operator, who gets the approving manager. */
    manager: carrierPerson.optional(),
    /** References that are added to the operator, unless the approval overrides them. */
    addition: z.strictObject({
      billingAccountId: z.string().optional(),
      agreementId: z.string().optional(),
    }),
  }),
  /** Cognito group of the operator's users. */
  group: z.string(),
  account: z.array(z.strictObject({ email: z.string(), name: z.string(), group: z.array(z.string()) })),
  /** Why the application cannot be approved. */
  blocker: z.array(z.enum(['state', 'form', 'checkList', 'operatorClosed', 'otherApplicationOfOperator'])),
});

/** An application with its scans, history and approval plan. */
export const applicationFile = z
  .strictObject({
    ...caseShape,
    attachment: z.array(scan),
    /** Newest first. */
    history: z.array(event),
    /** Absent once the application is decided, and while the form is incomplete. */
    plan: plan.optional(),
  })
  .meta({ id: 'AccessApplicationFile' });

export type ApplicationSummary = z.infer<typeof applicationSummary>;
export type ApplicationCase = z.infer<typeof applicationCase>;
export type ApplicationFile = z.infer<typeof applicationFile>;

/** An entry of the scan access log, for the carrier's administrator. */
export const scanAccessEntry = z
  .strictObject({
    id: z.string(),
    '@type': z.literal('CabinetScanAccess'),
    at: z.string(),
    by: carrierPerson,
    applicationId: z.string(),
    scanId: z.string(),
    scanKind: z.enum(scanKinds),
  })
  .meta({ id: 'ScanAccess' });
