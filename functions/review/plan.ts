import { applicationFormSchema, type ApplicationForm } from '../../shared/application/application-form.ts';
import type { ApplicationRecord } from '../../shared/application/application-record.ts';
import { operatorGroupPrefix } from '../../shared/auth/roles.ts';
import type { ApplicationFile } from './application-resource.ts';
import type { KnownOperator } from './operator.ts';
import { missingReferences } from './references.ts';
import { proposeOperatorIds } from '../../shared/operator/operator-id.ts';

type Plan = NonNullable<ApplicationFile['plan']>;
export type ApprovalBlocker = Plan['blocker'][number];

/** The form of an application, if it is complete. */
export function completeFormOf({ form }: ApplicationRecord): ApplicationForm | undefined {
  return applicationFormSchema.safeParse(form).data;
}

/** Proposed ids for a new operator. */
export function proposalsFor({ company }: ApplicationForm): readonly [string, string] {
  return proposeOperatorIds(company.name, company.taxpayerNumber);
}

/** The first of the proposed ids that is free. */
export function firstFree(ids: readonly [string, string], { takenIds }: KnownOperator): string {
  return takenIds.has(ids[0]) ? ids[1] : ids[0];
}

/** Reasons why an application cannot be approved now. */
export function approvalBlockersOf(application: ApplicationRecord, known: KnownOperator): ApprovalBlocker[] {
  const { state, checkList } = application;
  return [
    ...(state === 'submitted' || state === 'inReview' || state === 'approving' ? [] : ['state' as const]),
    ...(completeFormOf(application) === undefined ? ['form' as const] : []),
    ...(Object.values(checkList).every(Boolean) ? [] : ['checkList' as const]),
    ...(known.existing?.record?.status === 'closed' ? ['operatorClosed' as const] : []),
    ...(state !== 'approving' && known.existing !== undefined && known.existing.record === undefined
      ? ['otherApplicationOfOperator' as const]
      : []),
  ];
}

/** References of a new operator to the carrier's other systems. */
const noReferences = { agreements: [], billingAccounts: [] };

/** Preview of an approval, as an API resource. */
export function describePlan(
  application: ApplicationRecord,
  form: ApplicationForm,
  known: KnownOperator,
  sub: string,
): Plan {
  const operatorId =
    application.approval?.operatorId ?? known.existing?.operatorId ?? firstFree(proposalsFor(form), known);
  const managerSub = application.approval?.managerSub ?? known.existing?.record?.managerSub;
  const group = operatorGroupPrefix + operatorId;
  const references = application.approval ?? { agreementId: form.agreementNumber };
  return {
    operator: {
      id: operatorId,
      name: known.existing?.record?.name ?? form.company.name,
      existing: known.existing?.record !== undefined,
      ...(managerSub === undefined ? {} : { manager: { id: managerSub, isMe: managerSub === sub } }),
      addition: missingReferences(known.existing?.record ?? noReferences, references),
    },
    group,
    account: form.users.map(({ email, name, roles }) => ({ email, name, group: [...roles, group] })),
    blocker: approvalBlockersOf(application, known),
  };
}
