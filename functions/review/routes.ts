import * as z from 'zod';
import { applicationIdPattern } from '../../shared/auth/applicant.ts';
import { operatorIdSchema } from '../../shared/auth/membership.ts';
import { applicationFormSchema } from '../../shared/application/application-form.ts';
import { scanKinds } from '../../shared/application/application-record.ts';
import { checkEnding, uploadAttributes } from '../../shared/files/upload-request.ts';
import { dateRange, flag, oneOf, paging, texts } from '../../shared/http/list-query.ts';
import { defineRoutes } from '../../shared/http/route.ts';
import {
  applicationCase,
  applicationFile,
  applicationPath,
  applicationSummary,
  checkListResource,
  scanOpening,
  scanResource,
} from './application-resource.ts';
import { referenceId } from './references.ts';

const manager = ['manager'] as const;
const ulid = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/);
const params = z.strictObject({ id: z.string().regex(applicationIdPattern) });
const scanParams = params.extend({ scanId: ulid });

/** Words to the applicant, or about a decision. */
const words = z.string().trim().min(1).max(2000);

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
    summary: 'Applications that are not decided: what waits for the carrier first, the first due first',
    access: manager,
    query: queueListQuery,
    success: { status: 200, body: z.array(applicationSummary) },
  },
  listDecidedApplication: {
    method: 'GET',
    path: '/cabinet/v1/review/decision',
    summary: 'Applications that are decided, the last decided first',
    access: manager,
    query: decisionListQuery,
    success: { status: 200, body: z.array(applicationSummary) },
  },
  registerPaperApplication: {
    method: 'POST',
    path: applicationPath,
    summary: 'Registers an application that came on paper; its scans are uploaded to it afterwards',
    access: manager,
    body: z.strictObject({ form: applicationFormSchema }),
    creates: true,
    success: { status: 201, body: applicationCase },
  },
  readAccessApplication: {
    method: 'GET',
    path: `${applicationPath}/{id}`,
    summary: 'An application with its package, its history and what approving it would do',
    access: manager,
    params,
    success: { status: 200, body: applicationFile },
  },
  changeAccessApplication: {
    method: 'PATCH',
    path: `${applicationPath}/{id}`,
    summary: 'Ticks off the check list; of an application from paper, also corrects what was typed from it',
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
    summary: 'Takes an application, also over from a colleague',
    access: manager,
    params,
    ...changed,
  },
  requestApplicationCorrection: {
    method: 'POST',
    path: `${applicationPath}/{id}/correction`,
    summary: 'Gives an application back to the applicant, who reads what has to be corrected',
    access: manager,
    params,
    body: z.strictObject({ text: words }),
    ...changed,
  },
  refuseAccessApplication: {
    method: 'POST',
    path: `${applicationPath}/{id}/refusal`,
    summary: 'Refuses an application; the applicant reads the reason',
    access: manager,
    params,
    body: z.strictObject({ reason: words }),
    ...changed,
  },
  approveAccessApplication: {
    method: 'POST',
    path: `${applicationPath}/{id}/approval`,
    summary:
      'Registers the operator, or adds to the one with the ИНН, and makes its accounts; repeated, it goes on',
    access: manager,
    params,
    body: z.strictObject({
      /** Of a new operator; proposed by the cabinet unless named. */
      operatorId: operatorIdSchema.optional(),
      /** Added to those that an operator has. */
      billingAccountId: referenceId.optional(),
      /** Likewise; the number of the form unless named, and none where it is null. */
      agreementId: referenceId.nullable().optional(),
    }),
    ...changed,
  },
  uploadApplicationScan: {
    method: 'POST',
    path: `${applicationPath}/{id}/scan`,
    summary: 'Announces a scan of an application from paper, and says where to post its bytes',
    access: manager,
    params,
    body: z.strictObject({ ...uploadAttributes, kind: z.enum(scanKinds) }).superRefine(checkEnding),
    creates: scanResource,
    success: {
      status: 201,
      body: z.strictObject({
        scan: scanResource,
        upload: z.strictObject({
          url: z.string(),
          fields: z.record(z.string(), z.string()),
          expiresAt: z.string(),
        }),
      }),
    },
  },
  removeApplicationScan: {
    method: 'DELETE',
    path: `${applicationPath}/{id}/scan/{scanId}`,
    summary: 'Removes a scan from an application from paper',
    access: manager,
    params: scanParams,
    success: { status: 204 },
  },
  openApplicationScan: {
    method: 'POST',
    path: `${applicationPath}/{id}/scan/{scanId}/link`,
    summary: 'Gives a link to an accepted scan for five minutes, once it is on record who looks at it',
    access: manager,
    params: scanParams,
    success: { status: 200, body: z.strictObject({ url: z.string(), expiresAt: z.string() }) },
  },
  listScanAccess: {
    method: 'GET',
    path: '/cabinet/v1/review/scanAccess',
    summary: 'Who looked at which scan when, of all applications, the last look first',
    access: ['carrier-administrator'],
    query: scanAccessListQuery,
    success: { status: 200, body: z.array(scanOpening) },
  },
});
