import { filledIn } from '../../kit/form/filled-in.ts';
import { digitsOf } from '../../kit/format/typed-number.ts';

/** What a company is called, and its numbers, as they are typed. */
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

/** What a company's fields say, without the blanks between digits. */
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
