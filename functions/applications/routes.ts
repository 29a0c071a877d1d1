import * as z from 'zod';
import { applicationDraftSchema } from '../../shared/application/application-form.ts';
import { scanKinds } from '../../shared/application/application-record.ts';
import { applicationIdPattern } from '../../shared/auth/applicant.ts';
import { checkExtension, uploadAttributes } from '../../shared/files/upload-request.ts';
import { mergePatchOf } from '../../shared/http/merge-patch.ts';
import { defineRoutes } from '../../shared/http/route.ts';
import { application, applicationsPath, applicationStatus, upload } from './application-resource.ts';

const id = z.string().regex(applicationIdPattern);
const params = z.strictObject({ id });
const scanParams = z.strictObject({ id, scanId: z.string().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/) });

const uploadRequest = z
  .strictObject({ kind: z.enum(scanKinds), ...uploadAttributes })
  .superRefine(checkExtension)
  .meta({ id: 'ApplicationUploadRequest' });

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
  createApplicationUpload: {
    method: 'POST',
    path: `${applicationsPath}/{id}/scan`,
    summary: 'Adds a scan, and returns its upload URL; the ETag is that of the application',
    access: 'applicant',
    params,
    body: uploadRequest,
    success: { status: 201, body: upload },
  },
  renewApplicationUpload: {
    method: 'POST',
    path: `${applicationsPath}/{id}/scan/{scanId}`,
    summary: 'Renews the upload URL of a scan',
    access: 'applicant',
    params: scanParams,
    success: { status: 200, body: upload },
  },
  removeApplicationUpload: {
    method: 'DELETE',
    path: `${applicationsPath}/{id}/scan/{scanId}`,
    summary: 'Removes a scan from the application, and erases it',
    access: 'applicant',
    params: scanParams,
    success: { status: 204 },
  },
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
