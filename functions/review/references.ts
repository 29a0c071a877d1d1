import { invalidRequest } from '../../shared/errors.ts';
import type { OperatorRecord } from '../../shared/operator/operator-record.ts';
import { oneLine } from '../../shared/requisites/one-line.ts';

/** Id in another system of the carrier. The limit is stricter than that of operator and order resources. */
export const referenceId = oneLine.max(64);

/** Ids of an agreement and a billing account in the carrier's other systems. */
export interface References {
  readonly agreementId?: string | undefined;
  readonly billingAccountId?: string | undefined;
}

/**
 * The agreement number of a form, as an operator can have it. Forms accept longer ones.
 *
 * @throws CabinetError `invalidRequest` if the number is too long, and has to be overridden
 */
export function agreementOfForm(agreementNumber: string | undefined): string | undefined {
  if (agreementNumber === undefined || referenceId.safeParse(agreementNumber).success) return agreementNumber;
  throw invalidRequest([{ pointer: '/agreementId', message: tooLong }]);
}

const tooLong = {
  ru: 'Номер договора в заявлении длиннее 64 знаков: укажите здесь другой номер или null',
  en: 'The agreement number in the application is longer than 64 characters: specify another one here, or null',
};

/** A list with the reference, empty without an id. */
export function referenceTo(id: string | undefined): { id: string }[] {
  return id === undefined ? [] : [{ id }];
}

/** Those of the references that an operator does not have yet. */
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
 * Changes an operator's record to add references, without duplicates. With an agreement or an account, an operator is a
 * customer.
 *
 * @returns undefined if nothing is missing
 */
export function additionTo(
  record: OperatorRecord,
  references: References,
): Partial<OperatorRecord> | undefined {
  const { agreementId, billingAccountId } = missingReferences(record, references);
  if (agreementId === undefined && billingAccountId === undefined) return undefined;
  return {
    isCustomer: true,
    billingAccounts: [...record.billingAccounts, ...referenceTo(billingAccountId)],
    agreements: [...record.agreements, ...referenceTo(agreementId)],
  };
}
