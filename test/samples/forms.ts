import type { routes } from '../../functions/forms/routes.ts';
import { applicationSecretHeader } from '../../shared/auth/applicant.ts';
import { applicantWith, completeSecret } from './applications-world.ts';
import type { Samples } from './sample.ts';

/** A sample of every route of the printed forms. */
export const formSamples: Samples<typeof routes> = {
  readBlankApplicationForm: {},
  readFilledApplicationForm: {
    params: { id: applicantWith(completeSecret).applicationId },
    headers: { [applicationSecretHeader.toLowerCase()]: completeSecret },
  },
};
