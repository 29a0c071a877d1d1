import * as z from 'zod';
import { applicationDraftSchema } from '../../shared/application/application-form.ts';
import { packageScans } from '../../shared/application/package-scans.ts';
import { awaitedScan, scan, scanRequest } from '../../shared/application/scan-resource.ts';
import { applicationIdPattern } from '../../shared/auth/applicant.ts';
import { attachmentRoutes } from '../../shared/uploads/attachment-routes.ts';
import { mergePatchOf } from '../../shared/http/merge-patch.ts';
import { defineRoutes } from '../../shared/http/route.ts';
import { application, applicationsPath, applicationStatus } from './application-resource.ts';

const id = z.string().regex(applicationIdPattern);
const params = z.strictObject({ id });
const files = attachmentRoutes({
  ...packageScans.entrances.applicant,
  id,
  request: scanRequest,
  attachment: scan,
  awaited: awaitedScan,
});

/** Public routes of access applications. The secret, from which the id is derived, gives access to the application. */
export const routes = defineRoutes({
  createApplication: {
    method: 'POST',
    path: applicationsPath,
    summary:
      'Starts the access application that belongs to the secret; repeating the request returns the same one',
    access: 'applicant',
    success: { status: 201, body: application },
  },
  readApplication: {
    method: 'GET',
    path: `${applicationsPath}/{id}`,
    summary: 'Reads the application: form, scans and requested corrections',
    access: 'applicant',
    params,
    success: { status: 200, body: application },
  },
  changeApplication: {
    method: 'PATCH',
    path: `${applicationsPath}/{id}`,
    summary: 'Saves the form, which may be incomplete',
    access: 'applicant',
    params,
    body: mergePatchOf(z.strictObject({ form: applicationDraftSchema })),
    success: { status: 200, body: application },
    conditional: true,
  },
  createApplicationAttachment: {
    ...files.add,
    summary:
      'Adds a scan to the application, and returns its upload URL; the ETag is that of the application',
  },
  renewApplicationAttachment: files.renew,
  removeApplicationAttachment: files.remove,
  submitApplication: {
    method: 'POST',
    path: `${applicationsPath}/{id}/submission`,
    summary:
      'Submits the application or the requested corrections; the error lists everything that is missing',
    access: 'applicant',
    params,
    success: { status: 200, body: application },
    conditional: true,
  },
  readApplicationStatus: {
    method: 'GET',
    path: `${applicationsPath}/{id}/status`,
    summary: 'Reads the status of an application by its reference code',
    access: 'public',
    params,
    success: { status: 200, body: applicationStatus },
  },
});
