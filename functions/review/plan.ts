import { applicationFormSchema, type ApplicationForm } from '../../shared/application/application-form.ts';
import type { ApplicationRecord } from '../../shared/application/application-record.ts';
import { operatorGroupPrefix } from '../../shared/auth/roles.ts';
import type { ApplicationFile } from './application-resource.ts';
import type { KnownOperator } from './operator.ts';
import { missingReferences } from './references.ts';
import { proposeOperatorIds } from '../../shared/operator/operator-id.ts';

type Plan = NonNullable<ApplicationFile['plan']>;
export type ApprovalBlocker = Plan['blocker'][number];

/** The form of an application, where it is whole. */
export function wholeFormOf({ form }: ApplicationRecord): ApplicationForm | undefined {
  return applicationFormSchema.safeParse(form).data;
}

/** Ids that a new operator could get. */
export function proposalsFor({ company }: ApplicationForm): readonly [string, string] {
  return proposeOperatorIds(company.name, company.taxpayerNumber);
}

/** The first of the proposed ids that nobody has. */
export function firstFree(ids: readonly [string, string], { takenIds }: KnownOperator): string {
  return takenIds.has(ids[0]) ? ids[1] : ids[0];
}

/** What stands in the way of approving an application now. */
export function approvalBlockersOf(application: ApplicationRecord, known: KnownOperator): ApprovalBlocker[] {
  const { state, checkList } = application;
  return [
    ...(state === 'submitted' || state === 'inReview' || state === 'approving' ? [] : ['state' as const]),
    ...(wholeFormOf(application) === undefined ? ['form' as const] : []),
    ...(Object.values(checkList).every(Boolean) ? [] : ['checkList' as const]),
    ...(known.existing?.record?.status === 'closed' ? ['operatorClosed' as const] : []),
    ...(state !== 'approving' && known.existing !== undefined && known.existing.record === undefined
      ? ['otherApplicationOfOperator' as const]
      : []),
  ];
}

/** What a new operator has of the carrier's other systems. */
const noReferences = { agreements: [], billingAccounts: [] };

/** What an approval would do, in the words of the API. */
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
