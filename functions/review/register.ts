import { randomBytes } from 'node:crypto';
import type { ApplicationForm } from '../../shared/application/application-form.ts';
import { type ApplicationRecord, emptyCheckList } from '../../shared/application/application-record.ts';
import { codeOf } from '../../shared/auth/applicant-secret.ts';
import { reviewDueAt } from '../../shared/application/review-term.ts';
import { applicationChanges } from '../../shared/application/application-changes.ts';
import type { Step, StepContext } from './step.ts';

/** A reference code for an application without a secret: 80 random bits. */
export function generateReferenceCode(): string {
  return codeOf(randomBytes(10));
}

/** Registers an application from paper, assigned to the manager who registers it. */
export function registerApplication(id: string, form: ApplicationForm, { by, now }: StepContext): Step {
  const at = now.toISOString();
  const after: ApplicationRecord = {
    schemaVersion: 1,
    version: 1,
    historySequence: 1,
    id,
    state: 'inReview',
    channel: 'paper',
    form,
    createdAt: at,
    updatedAt: at,
    submittedAt: at,
    dueAt: reviewDueAt(now),
    managerSub: by,
    checkList: emptyCheckList,
    scannedKinds: [],
    corrections: [],
  };
  return { after, event: { kind: 'created', change: applicationChanges(undefined, after) } };
}
