import * as z from 'zod';
import { applicationDraftSchema } from '../../shared/application/application-form.ts';
import { scanKinds } from '../../shared/application/application-record.ts';
import { applicationIdPattern } from '../../shared/auth/applicant.ts';
import { checkEnding, uploadAttributes } from '../../shared/files/upload-request.ts';
import { mergePatchOf } from '../../shared/http/merge-patch.ts';
import { defineRoutes } from '../../shared/http/route.ts';
import { application, applicationsPath, applicationStatus, upload } from './application-resource.ts';

const id = z.string().regex(applicationIdPattern);
const params = z.strictObject({ id });
const scanParams = z.strictObject({ id, scanId: z.string().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/) });

const uploadRequest = z
  .strictObject({ kind: z.enum(scanKinds), ...uploadAttributes })
  .superRefine(checkEnding)
  .meta({ id: 'ApplicationUploadRequest' });

/** What is public of access applications. Whoever has the secret that an id follows from holds the application. */
export const routes = defineRoutes({
  createApplication: {
    method: 'POST',
    path: applicationsPath,
    summary: 'Begins an access application: the one that follows from the secret, as often as it is sent',
    access: 'applicant',
    success: { status: 201, body: application },
  },
  readApplication: {
    method: 'GET',
    path: `${applicationsPath}/{id}`,
    summary: 'The application with its form, its package and what the carrier asked for',
    access: 'applicant',
    params,
    success: { status: 200, body: application },
  },
  changeApplication: {
    method: 'PATCH',
    path: `${applicationsPath}/{id}`,
    summary: 'Fills in the form, in any order and as far as one gets',
    access: 'applicant',
    params,
    body: mergePatchOf(z.strictObject({ form: applicationDraftSchema })),
    success: { status: 200, body: application },
    conditional: true,
  },
  createApplicationUpload: {
    method: 'POST',
    path: `${applicationsPath}/{id}/scan`,
    summary: 'Announces a scan, and says where its bytes go; the ETag is that of the application',
    access: 'applicant',
    params,
    body: uploadRequest,
    success: { status: 201, body: upload },
  },
  renewApplicationUpload: {
    method: 'POST',
    path: `${applicationsPath}/{id}/scan/{scanId}`,
    summary: 'Says anew where the bytes of a scan go that did not arrive',
    access: 'applicant',
    params: scanParams,
    success: { status: 200, body: upload },
  },
  removeApplicationUpload: {
    method: 'DELETE',
    path: `${applicationsPath}/{id}/scan/{scanId}`,
    summary: 'Takes a scan out of the package, and erases it',
    access: 'applicant',
    params: scanParams,
    success: { status: 204 },
  },
  submitApplication: {
    method: 'POST',
    path: `${applicationsPath}/{id}/submission`,
    summary:
      'Sends the application, or the corrections that were asked for; names everything that is missing',
    access: 'applicant',
    params,
    success: { status: 200, body: application },
    conditional: true,
  },
  readApplicationStatus: {
    method: 'GET',
    path: `${applicationsPath}/{id}/status`,
    summary: 'How far an application got, by its reference code alone',
    access: 'public',
    params,
    success: { status: 200, body: applicationStatus },
  },
});
