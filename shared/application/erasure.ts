import type { ApplicationEvent } from './application-event.ts';
import type { ApplicationRecord } from './application-record.ts';

/** Whether the eraser may take an application: whoever reads treats it as taken already. */
export function isDueForErasure({ eraseAt }: Pick<ApplicationRecord, 'eraseAt'>, now: Date): boolean {
  return eraseAt !== undefined && Date.parse(eraseAt) <= now.getTime();
}

/**
 * An application as it is at a moment, whether the eraser came yet or not: one whose corrections did not come in time is
 * refused, and what is due for erasure is gone.
 */
export function applicationAt(now: Date, application: ApplicationRecord): ApplicationRecord {
  if (!isDueForErasure(application, now)) return application;
  if (!isUnanswered(application)) return withoutPersonalData(application);
  const { eraseAt: at } = application;
  const decision = { at, kind: 'refused', cause: 'unanswered' } as const;
  return withoutPersonalData({ ...refused(application), decision });
}

/** The same of what a reference code alone tells. */
export function progressAt<P extends Progress>(now: Date, progress: P): P {
  return isDueForErasure(progress, now) && isUnanswered(progress) ? refused(progress) : progress;
}

type Progress = Pick<ApplicationRecord, 'state' | 'updatedAt' | 'eraseAt'>;
type Unanswered<P extends Progress> = P & { readonly eraseAt: string };

/** Whether corrections are awaited, and until when: from its date on nobody answers any more. */
function isUnanswered<P extends Progress>(progress: P): progress is Unanswered<P> {
  return progress.state === 'correctionRequested' && progress.eraseAt !== undefined;
}

/** Refused when the term ended, not when somebody looked. */
function refused<P extends Progress>(unanswered: Unanswered<P>): P {
  return { ...unanswered, state: 'refused', updatedAt: unanswered.eraseAt };
}

/** When a decided application's scans and personal data are erased. */
export function erasureAfter(decidedAt: Date, retentionDays: number): string {
  return new Date(decidedAt.getTime() + retentionDays * 24 * 60 * 60 * 1000).toISOString();
}

/** Digits of a sole proprietor's ИНН, which is that of a person; a company's has ten. */
const personsTaxpayerNumberLength = 12;

/**
 * An application without what it says of people: the company, the decision and what was made of it stay. Of a sole
 * proprietor, who is a person, no particulars stay; of requests for corrections only when they were made and answered.
 */
function withoutPersonalData(application: ApplicationRecord): ApplicationRecord {
  const { form, approval, ...rest } = application;
  const isPerson = form?.company?.taxpayerNumber?.length === personsTaxpayerNumberLength;
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

/** Whether an event repeats what an applicant was asked to correct, which may speak of people. */
export function containsCorrectionText({ to, reason }: Pick<ApplicationEvent, 'to' | 'reason'>): boolean {
  return to === 'correctionRequested' && reason !== undefined;
}
