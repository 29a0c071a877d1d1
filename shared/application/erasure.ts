import type { ApplicationEvent } from './application-event.ts';
import type { ApplicationRecord } from './application-record.ts';

/** Whether the eraser may take an application: whoever reads treats it as taken already. */
export function isDueForErasure({ eraseAt }: Pick<ApplicationRecord, 'eraseAt'>, now: Date): boolean {
  return eraseAt !== undefined && Date.parse(eraseAt) <= now.getTime();
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
export function withoutPersonalData(application: ApplicationRecord): ApplicationRecord {
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
export function tellsCorrection({ to, reason }: Pick<ApplicationEvent, 'to' | 'reason'>): boolean {
  return to === 'correctionRequested' && reason !== undefined;
}
