import { type ApplicationRecord, emptyCheckList } from '../../shared/application/application-record.ts';
import type { ApplicantScope } from '../../shared/auth/scope.ts';

/** Retention of a draft after its last change. */
const draftMilliseconds = 7 * 24 * 60 * 60 * 1000;

/** An empty draft. */
export function newDraft(applicant: ApplicantScope, now: Date): ApplicationRecord {
  return {
    schemaVersion: 1,
    version: 1,
    historySequence: 1,
    id: applicant.applicationId,
    state: 'draft',
    channel: 'form',
    form: {},
    secretHash: applicant.secretHash,
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
    checkList: emptyCheckList,
    corrections: [],
    eraseAt: eraseAtOf(now),
  };
}

/** The application after a change by the applicant; a draft then expires a week from now. */
export function changed(
  application: ApplicationRecord,
  now: Date,
  change: Partial<ApplicationRecord> = {},
): ApplicationRecord {
  const next = {
    ...application,
    ...change,
    version: application.version + 1,
    updatedAt: now.toISOString(),
  };
  return next.state === 'draft' ? { ...next, eraseAt: eraseAtOf(now) } : next;
}

function eraseAtOf(now: Date): string {
  return new Date(now.getTime() + draftMilliseconds).toISOString();
}
