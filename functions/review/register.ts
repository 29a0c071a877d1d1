import { randomBytes } from 'node:crypto';
import type { ApplicationForm } from '../../shared/application/application-form.ts';
import { type ApplicationRecord, nothingChecked } from '../../shared/application/application-record.ts';
import { codeOf } from '../../shared/auth/applicant-secret.ts';
import { reviewDueAt } from '../../shared/application/review-term.ts';
import { managerOf, type Step, type Taken } from './step.ts';

/** A reference code for an application that has no secret: 80 bits of chance. */
export function drawReferenceCode(): string {
  return codeOf(randomBytes(10));
}

/** An application that came on paper: whoever registers it has it on the desk, and has taken it. */
export function registerApplication(id: string, form: ApplicationForm, { by, now }: Taken): Step {
  const at = now.toISOString();
  const after: ApplicationRecord = {
    schemaVersion: 1,
    version: 1,
    id,
    state: 'inReview',
    channel: 'paper',
    form,
    createdAt: at,
    updatedAt: at,
    submittedAt: at,
    dueAt: reviewDueAt(now),
    managerSub: by,
    checkList: nothingChecked,
    scannedKinds: [],
    corrections: [],
  };
  return { after, event: { schemaVersion: 1, at, by: managerOf(by), kind: 'created', to: 'inReview' } };
}
