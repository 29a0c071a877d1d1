import * as z from 'zod';
import { applicationIdPattern } from '../auth/applicant-secret.ts';
import { UploadOwner } from '../uploads/upload-owner.ts';
import { Partition } from '../table/partition.ts';
import { scanLimits } from './scan-limits.ts';
import { scanKey } from './scan-record.ts';

/** Scans of the packages of access applications: added by the applicant, or by a manager to a package from paper. */
export const packageScans = new UploadOwner({
  bucket: 'applications',
  prefix: 'applications/',
  limits: scanLimits,
  entity: z.object({ applicationId: z.string().regex(applicationIdPattern) }),
  recordKey: (scope, { applicationId }, scanId) =>
    scanKey(Partition.ofApplication(scope, applicationId), scanId),
  entrances: {
    applicant: {
      path: '/cabinet/v1/application/{id}/attachment',
      access: 'applicant',
      of: 'an application',
      maxFiles: 30,
    },
    review: {
      path: '/cabinet/v1/review/application/{id}/attachment',
      access: ['manager'],
      of: 'an application from paper',
      maxFiles: 20,
    },
  },
});
