import { invalidRequest } from '../../shared/errors.ts';
import type { OperatorRecord } from '../../shared/operator/operator-record.ts';
import { oneLine } from '../../shared/requisites/one-line.ts';

/** How another system of the carrier's knows something: shorter than what the resources of an operator and its orders take. */
export const referenceId = oneLine.max(64);

/** How the carrier's other systems know an agreement and a billing account. */
export interface References {
  readonly agreementId?: string | undefined;
  readonly billingAccountId?: string | undefined;
}

/**
 * The agreement that an application names, as an operator can have it: forms take longer ones.
 *
 * @throws CabinetError `invalidRequest` where another has to be named instead
 */
export function agreementOfForm(agreementNumber: string | undefined): string | undefined {
  if (agreementNumber === undefined || referenceId.safeParse(agreementNumber).success) return agreementNumber;
  throw invalidRequest([{ pointer: '/agreementId', message: tooLong }]);
}

const tooLong = {
  ru: 'Номер договора в заявлении длиннее 64 знаков: назовите договор здесь, или null',
  en: 'The number of the agreement in the application is longer than 64 characters: name the agreement here, or null',
};

/** A list of what has an id, where there is one. */
export function referenceTo(id: string | undefined): { id: string }[] {
  return id === undefined ? [] : [{ id }];
}

/** Of these references, those that an operator does not have yet. */
export function missingReferences(
  { agreements, billingAccounts }: Pick<OperatorRecord, 'agreements' | 'billingAccounts'>,
  { agreementId, billingAccountId }: References,
): References {
  const has = (references: readonly { readonly id: string }[], wanted: string) =>
    references.some(({ id }) => id === wanted);
  return {
    ...(agreementId === undefined || has(agreements, agreementId) ? {} : { agreementId }),
    ...(billingAccountId === undefined || has(billingAccounts, billingAccountId) ? {} : { billingAccountId }),
  };
}

/**
 * What such references change of an operator's record: they come behind those that it has, none twice. Whoever has an
 * agreement or an account is a customer.
 *
 * @returns the change, and which attributes of the role it is of; undefined where nothing is missing
 */
export function additionTo(
  record: OperatorRecord,
  references: References,
): { readonly change: Partial<OperatorRecord>; readonly attributes: string[] } | undefined {
  const { agreementId, billingAccountId } = missingReferences(record, references);
  const attributes = [
    ...(billingAccountId === undefined ? [] : ['account']),
    ...(agreementId === undefined ? [] : ['agreement']),
  ];
  if (attributes.length === 0) return undefined;
  return {
    change: {
      isCustomer: true,
      billingAccounts: [...record.billingAccounts, ...referenceTo(billingAccountId)],
      agreements: [...record.agreements, ...referenceTo(agreementId)],
    },
    attributes: record.isCustomer ? attributes : ['partyRole', ...attributes],
  };
}
