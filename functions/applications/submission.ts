import { applicationFormSchema } from '../../shared/application/application-form.ts';
import { scannedKindsOf } from '../../shared/application/package.ts';
import { reviewDueAt } from '../../shared/application/review-term.ts';
import { type ApplicationRecord, emptyCheckList } from '../../shared/application/application-record.ts';
import type { ScanRecord } from '../../shared/application/scan-record.ts';
import { invalidRequest } from '../../shared/errors.ts';
import { problemsOf } from '../../shared/http/problems.ts';
import { changed } from './draft.ts';
import { packageProblems } from './package-rules.ts';

/**
 * Submits the application to the carrier: for the first time, or with the requested corrections.
 *
 * @throws CabinetError `invalidRequest` that lists everything missing or wrong in the form and the package
 */
export function submit(
  application: ApplicationRecord,
  scans: readonly ScanRecord[],
  now: Date,
): ApplicationRecord {
  const form = applicationFormSchema.safeParse(application.form ?? {});
  const problems = [
    ...(form.success
      ? []
      : problemsOf(form.error, 'body').map((problem) => ({
          ...problem,
          pointer: `/form${problem.pointer}`,
        }))),
    ...packageProblems(scans),
  ];
  if (problems.length > 0) throw invalidRequest(problems);

  const at = now.toISOString();
  return changed(application, now, {
    state: application.state === 'draft' ? 'submitted' : 'inReview',
    eraseAt: undefined,
    submittedAt: application.submittedAt ?? at,
    dueAt: reviewDueAt(now),
    // Reset, since the form and the package may have changed since the carrier checked them.
    checkList: emptyCheckList,
    scannedKinds: scannedKindsOf(scans),
    corrections: application.corrections.map((correction) => ({
      ...correction,
      answeredAt: correction.answeredAt ?? at,
    })),
  });
}
