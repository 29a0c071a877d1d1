import type { ApplicationRecord } from './application-record.ts';

/** Whether the eraser may take an application: whoever reads treats it as taken already. */
export function isDueForErasure({ eraseAt }: Pick<ApplicationRecord, 'eraseAt'>, now: Date): boolean {
  return eraseAt !== undefined && Date.parse(eraseAt) <= now.getTime();
}

/** When a decided application's scans and personal data are erased. */
export function erasureAfter(decidedAt: Date, retentionDays: number): string {
  return new Date(decidedAt.getTime() + retentionDays * 24 * 60 * 60 * 1000).toISOString();
}

/** A decided application without what it says of people: the company, the decision and what was made of it stay. */
export function withoutPersonalData(application: ApplicationRecord): ApplicationRecord {
  const { form, approval, ...rest } = application;
  return {
    ...rest,
    ...(form === undefined ? {} : { form: { company: form.company, agreementNumber: form.agreementNumber } }),
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
