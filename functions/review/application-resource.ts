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
import { uploadRecordShape } from '../../shared/files/upload-record.ts';

/** Path under which the carrier's people find access applications. */
export const applicationPath = '/cabinet/v1/review/application';

const { state, channel, checkList } = applicationRecordSchema.shape;

/** The manager's check list. */
export const checkListResource = z.strictObject(checkList.shape);

/** What a list shows of an application. */
const summaryShape = {
  id: z.string(),
  href: z.string(),
  state,
  channel,
  company: z.strictObject({ name: z.string().optional(), taxpayerNumber: z.string().optional() }).optional(),
  waitingFor: z.enum(['applicant', 'carrier']).optional(),
  createdAt: z.string(),
  submittedAt: z.string().optional(),
  /** Whole days since it was submitted. */
  ageDays: z.int().optional(),
  /** When the answer of whoever is waited for is due; an application that is not answered by then is refused. */
  dueAt: z.string().optional(),
  overdue: z.boolean(),
  /** Who took it. */
  takenBy: carrierPerson.optional(),
  checkList: checkListResource,
  /** Documents of the package of which no accepted scan was there when it was last looked at. */
  missingScan: z.array(z.enum(scanKinds)),
  decision: z
    .strictObject({
      at: z.string(),
      /** Absent where nobody decided. */
      by: carrierPerson.optional(),
      kind: z.enum(['approved', 'refused']),
      reason: z.string().optional(),
      /** Why it ended by itself. */
      cause: z.enum(decisionCauses).optional(),
    })
    .optional(),
};

export const applicationSummary = z
  .strictObject({ '@type': z.literal('CabinetAccessApplication'), ...summaryShape })
  .meta({ id: 'AccessApplicationSummary' });

const account = z.strictObject({
  /** Gone when the application was erased. */
  email: z.string().optional(),
  /** `existed`: somebody has this login already and was left alone; `rejected`: the user pool does not take it. */
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
  /** What the approval makes, as far as it got. */
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

/** An application as whoever decides it needs it. */
export const applicationCase = z.strictObject(caseShape).meta({ id: 'AccessApplication' });

const { id, fileName, mimeType, size, createdAt, inspectedAt, refusal } = uploadRecordShape;

/** A document of the package. */
export const scanResource = z
  .strictObject({
    id,
    kind: z.enum(scanKinds),
    fileName,
    mimeType,
    size,
    state: uploadRecordShape.state,
    refusal,
    createdAt,
    inspectedAt,
  })
  .meta({ id: 'AccessApplicationScan' });

const event = z.strictObject({
  id: z.string(),
  at: z.string(),
  /** Absent where the applicant did it, and where time did. */
  by: carrierPerson.optional(),
  kind: applicationEventSchema.shape.kind,
  from: z.enum(applicationStates).optional(),
  to: z.enum(applicationStates).optional(),
  reason: z.string().optional(),
  scanId: z.string().optional(),
  scanKind: z.enum(scanKinds).optional(),
});

/** What an approval would do now. */
const plan = z.strictObject({
  operator: z.strictObject({
    /** Of the operator with this ИНН; else the proposal, which the approval may replace by another. */
    id: operatorIdSchema,
    name: z.string(),
    existing: z.boolean(),
    /** Its personal manager; of a new operator, whoever approves. */
    manager: carrierPerson.optional(),
    /** What it does not have yet and gets, unless the approval names others. */
    addition: z.strictObject({
      billingAccountId: z.string().optional(),
      agreementId: z.string().optional(),
    }),
  }),
  /** Cognito group of its people. */
  group: z.string(),
  account: z.array(z.strictObject({ email: z.string(), name: z.string(), group: z.array(z.string()) })),
  /** What stands in the way of approving. */
  blocker: z.array(z.enum(['state', 'form', 'checkList', 'operatorClosed', 'otherApplicationOfOperator'])),
});

/** The same with everything that stands beside it. */
export const applicationFile = z
  .strictObject({
    ...caseShape,
    scan: z.array(scanResource),
    /** Newest first. */
    history: z.array(event),
    /** Absent once it is decided, and while the form says too little. */
    plan: plan.optional(),
  })
  .meta({ id: 'AccessApplicationFile' });

export type ApplicationSummary = z.infer<typeof applicationSummary>;
export type ApplicationCase = z.infer<typeof applicationCase>;
export type ApplicationFile = z.infer<typeof applicationFile>;

/** A look at a scan, as the carrier's administrator audits it. */
export const scanOpening = z
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
