import { filledIn } from '../../kit/form/filled-in.ts';
import { digitsOf } from '../../kit/format/typed-number.ts';

/** Name and registration numbers of a company as they are typed. */
export interface CompanyRequisites {
  readonly name: string;
  readonly taxpayerNumber: string;
  readonly registrationReasonCode: string;
  readonly registrationNumber: string;
}

/** Whether an ИНН that is being typed can only be that of a sole proprietor, who has no КПП. */
export function isProprietors(taxpayerNumber: string): boolean {
  return digitsOf(taxpayerNumber).length > 10;
}

/** The values of a company's fields, without spaces between digits. */
export function enteredRequisites(company: CompanyRequisites) {
  return filledIn({
    name: company.name.trim(),
    taxpayerNumber: digitsOf(company.taxpayerNumber),
    registrationReasonCode: isProprietors(company.taxpayerNumber)
      ? ''
      : digitsOf(company.registrationReasonCode).toUpperCase(),
    registrationNumber: digitsOf(company.registrationNumber),
  });
}
