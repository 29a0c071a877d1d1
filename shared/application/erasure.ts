import { stateStepOf } from './application-changes.ts';
import type { ApplicationEvent } from './application-event.ts';
import type { ApplicationRecord } from './application-record.ts';

/** Whether an application may be erased. Readers treat it as erased already. */
export function isDueForErasure({ eraseAt }: Pick<ApplicationRecord, 'eraseAt'>, now: Date): boolean {
  return eraseAt !== undefined && Date.parse(eraseAt) <= now.getTime();
}

/**
 * An application as of a time, whether the eraser has run or not: an overdue one is refused, and what is due for erasure is
 * absent.
 */
export function applicationAt(now: Date, application: ApplicationRecord): ApplicationRecord {
  if (!isDueForErasure(application, now)) return application;
  if (!isUnanswered(application)) return withoutPersonalData(application);
  const { eraseAt: at } = application;
  const decision = { at, kind: 'refused', cause: 'unanswered' } as const;
  return withoutPersonalData({ ...refused(application), decision });
}

/** The same for the public status. */
export function progressAt<P extends Progress>(now: Date, progress: P): P {
  return isDueForErasure(progress, now) && isUnanswered(progress) ? refused(progress) : progress;
}

type Progress = Pick<ApplicationRecord, 'state' | 'updatedAt' | 'eraseAt'>;
type Unanswered<P extends Progress> = P & { readonly eraseAt: string };

/** Whether the application waits for corrections, and therefore has a due date. */
function isUnanswered<P extends Progress>(progress: P): progress is Unanswered<P> {
  return progress.state === 'correctionRequested' && progress.eraseAt !== undefined;
}

/** Refused at the end of the term, not at the time of reading. */
function refused<P extends Progress>(unanswered: Unanswered<P>): P {
  return { ...unanswered, state: 'refused', updatedAt: unanswered.eraseAt };
}

/** When a decided application's scans and personal data are erased. */
export function erasureAfter(decidedAt: Date, retentionDays: number): string {
  return new Date(decidedAt.getTime() + retentionDays * 24 * 60 * 60 * 1000).toISOString();
}

/** Digits of a sole proprietor's ИНН, who is a person; a company's has ten. */
const personTaxpayerNumberLength = 12;

/**
 * Removes personal data: the company, the decision and the approval's results stay. For a sole proprietor, who is a
 * person, the whole form is removed. Correction requests keep their dates, but not their texts.
 */
function withoutPersonalData(application: ApplicationRecord): ApplicationRecord {
  const { form, approval, ...rest } = application;
  const isPerson = form?.company?.taxpayerNumber?.length === personTaxpayerNumberLength;
  return {
    ...rest,
    corrections: rest.corrections.map((correction) => ({ ...correction, text: '' })),
    ...(form === undefined || isPerson
      ? {}
      : { form: { company: form.company, agreementNumber: form.agreementNumber } }),
    ...(approval === undefined
      ? {}
      : {
          approval: {
            ...approval,
            accounts: approval.accounts.map(({ outcome, sub }) => ({ outcome, sub })),
          },
        }),
  };
}

/** Whether an event contains the text of a correction request, which may include personal data. */
export function containsCorrectionText({
  change,
  reason,
}: Pick<ApplicationEvent, 'change' | 'reason'>): boolean {
  return stateStepOf(change).to === 'correctionRequested' && reason !== undefined;
}
