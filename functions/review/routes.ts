import * as z from 'zod';
import { applicationIdPattern } from '../../shared/auth/applicant.ts';
import { operatorIdSchema } from '../../shared/auth/membership.ts';
import { applicationFormSchema } from '../../shared/application/application-form.ts';
import { packageScans } from '../../shared/application/package-scans.ts';
import { awaitedScan, scan, scanRequest } from '../../shared/application/scan-resource.ts';
import { attachmentRoutes } from '../../shared/uploads/attachment-routes.ts';
import { dateRange, flag, oneOf, paging, texts } from '../../shared/http/list-query.ts';
import { defineRoutes } from '../../shared/http/route.ts';
import {
  applicationCase,
  applicationFile,
  applicationPath,
  applicationSummary,
  checkListResource,
  scanAccessEntry,
} from './application-resource.ts';
import { referenceId } from './references.ts';

const manager = ['manager'] as const;
const id = z.string().regex(applicationIdPattern);
const params = z.strictObject({ id });

const files = attachmentRoutes({
  ...packageScans.entrances.review,
  id,
  request: scanRequest,
  attachment: scan,
  awaited: awaitedScan,
});

/** A message to the applicant, or the reason of a decision. */
const message = z.string().trim().min(1).max(2000);

const scanAccessListQuery = z.strictObject({ ...paging, ...dateRange('at'), ...texts('by') });
const queueListQuery = z.strictObject({
  ...paging,
  ...flag('mine'),
  ...oneOf('state', ['submitted', 'inReview', 'correctionRequested', 'approving']),
});
const decisionListQuery = z.strictObject({
  ...paging,
  ...oneOf('kind', ['approved', 'refused']),
  ...dateRange('at'),
});

const changed = { success: { status: 200, body: applicationCase }, conditional: true } as const;

export const routes = defineRoutes({
  listAccessApplication: {
    method: 'GET',
    path: applicationPath,
    summary: 'Lists undecided applications: those waiting for the carrier first, then by due date',
    access: manager,
    query: queueListQuery,
    success: { status: 200, body: z.array(applicationSummary) },
  },
  listDecidedApplication: {
    method: 'GET',
    path: '/cabinet/v1/review/decision',
    summary: 'Lists decided applications, latest decision first',
    access: manager,
    query: decisionListQuery,
    success: { status: 200, body: z.array(applicationSummary) },
  },
  registerPaperApplication: {
    method: 'POST',
    path: applicationPath,
    summary: 'Registers an application from paper; its scans are uploaded afterwards',
    access: manager,
    body: z.strictObject({ form: applicationFormSchema }),
    creates: true,
    success: { status: 201, body: applicationCase },
  },
  readAccessApplication: {
    method: 'GET',
    path: `${applicationPath}/{id}`,
    summary: 'Reads an application with its scans, history and a preview of its approval',
    access: manager,
    params,
    success: { status: 200, body: applicationFile },
  },
  changeAccessApplication: {
    method: 'PATCH',
    path: `${applicationPath}/{id}`,
    summary: 'Updates the checklist and, for an application from paper, the form',
    access: manager,
    params,
    body: z.strictObject({
      checkList: checkListResource.partial().optional(),
      form: applicationFormSchema.optional(),
    }),
    ...changed,
  },
  takeAccessApplication: {
    method: 'POST',
    path: `${applicationPath}/{id}/assignment`,
    summary: 'Assigns an application to the caller, also from a colleague',
    access: manager,
    params,
    ...changed,
  },
  requestApplicationCorrection: {
    method: 'POST',
    path: `${applicationPath}/{id}/correction`,
    summary: 'Requests corrections from the applicant, who sees the text',
    access: manager,
    params,
    body: z.strictObject({ text: message }),
    ...changed,
  },
  refuseAccessApplication: {
    method: 'POST',
    path: `${applicationPath}/{id}/refusal`,
    summary: 'Refuses an application; the applicant sees the reason',
    access: manager,
    params,
    body: z.strictObject({ reason: message }),
    ...changed,
  },
  approveAccessApplication: {
    method: 'POST',
    path: `${applicationPath}/{id}/approval`,
    summary:
      'Approves an application: registers or extends the operator and creates its accounts; repeat to continue',
    access: manager,
    params,
    body: z.strictObject({
      /** For a new operator; defaults to the proposed id. */
      operatorId: operatorIdSchema.optional(),
      /** Added to the operator's billing accounts. */
      billingAccountId: referenceId.optional(),
      /** Added to the operator's agreements; defaults to the number in the form, null for none. */
      agreementId: referenceId.nullable().optional(),
    }),
    ...changed,
  },
  createAccessApplicationAttachment: { ...files.add, creates: scan },
  renewAccessApplicationAttachment: files.renew,
  openAccessApplicationAttachment: files.open,
  removeAccessApplicationAttachment: files.remove,
  listScanAccess: {
    method: 'GET',
    path: '/cabinet/v1/review/scanAccess',
    summary: 'Scan access log of all applications, latest first',
    access: ['carrier-administrator'],
    query: scanAccessListQuery,
    success: { status: 200, body: z.array(scanAccessEntry) },
  },
});
