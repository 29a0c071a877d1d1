import * as z from 'zod';
import { applicationDraftSchema } from '../../shared/application/application-form.ts';
import { decisionCauses } from '../../shared/application/application-record.ts';
import { applicationStates } from '../../shared/application/application-state.ts';
import { scan } from '../../shared/application/scan-resource.ts';

/** Path of the applications for applicants. */
export const applicationsPath = '/cabinet/v1/application';

const files = z.array(scan);

/** An access application as its applicant sees it. */
export const application = z
  .strictObject({
    '@type': z.literal('CabinetApplication'),
    id: z.string(),
    href: z.string(),
    state: z.enum(applicationStates),
    waitingFor: z.enum(['applicant', 'carrier']).optional(),
    form: applicationDraftSchema,
    /** The documents, each with its files in the order they were added. */
    package: z.strictObject({
      application: files,
      identityDocument: files,
      powerOfAttorney: files,
      other: files,
    }),
    /** Corrections that the carrier requested, and when they were sent. */
    corrections: z.array(
      z.strictObject({ at: z.string(), text: z.string(), answeredAt: z.string().optional() }),
    ),
    decision: z
      .strictObject({
        at: z.string(),
        kind: z.enum(['approved', 'refused']),
        reason: z.string().optional(),
        /** Why it was closed automatically: the corrections did not arrive in time. */
        cause: z.enum(decisionCauses).optional(),
      })
      .optional(),
    createdAt: z.string(),
    updatedAt: z.string(),
    submittedAt: z.string().optional(),
    /** When the next action is due. Without corrections by then, the application is refused. */
    dueAt: z.string().optional(),
    /** For a draft: when it expires unless it is changed. */
    expiresAt: z.string().optional(),
  })
  .meta({ id: 'AccessApplication' });

/** Status of an application: all that its reference code alone gives access to. */
export const applicationStatus = z
  .strictObject({
    '@type': z.literal('CabinetApplicationStatus'),
    id: z.string(),
    state: z.enum(applicationStates),
    waitingFor: z.enum(['applicant', 'carrier']).optional(),
    updatedAt: z.string(),
    dueAt: z.string().optional(),
  })
  .meta({ id: 'AccessApplicationStatus' });
