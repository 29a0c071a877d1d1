import * as z from 'zod';
import { applicationIdPattern } from '../../shared/auth/applicant.ts';
import { defineRoutes } from '../../shared/http/route.ts';

export const routes = defineRoutes({
  readBlankApplicationForm: {
    method: 'GET',
    path: '/cabinet/v1/application/form',
    summary: 'Returns the blank application form as a PDF, to print, sign and stamp',
    access: 'public',
    success: { status: 200, file: 'application/pdf' },
  },
  readFilledApplicationForm: {
    method: 'GET',
    path: '/cabinet/v1/application/{id}/form',
    summary: 'Returns the application form as a PDF, filled in with what has been saved',
    access: 'applicant',
    params: z.strictObject({ id: z.string().regex(applicationIdPattern) }),
    success: { status: 200, file: 'application/pdf' },
  },
});
