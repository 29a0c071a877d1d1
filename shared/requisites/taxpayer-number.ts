import { weightedCheckDigit } from './check-digit.ts';

/**
 * Whether a text is an ИНН of a company: ten digits, the last of which is a check digit.
 *
 * @see Order ММВ-7-6/435@ of the Federal Tax Service of 29.06.2012, on the structure of the ИНН
 */
export function isCompanyTaxpayerNumber(text: string): boolean {
  return /^(?!00)\d{10}$/.test(text) && text[9] === weightedCheckDigit(text, [2, 4, 10, 3, 5, 9, 4, 6, 8]);
}

/** Whether a text is an ИНН of a person or a sole proprietor: twelve digits, the last two of which are check digits. */
export function isPersonTaxpayerNumber(text: string): boolean {
  return (
    /^(?!00)\d{12}$/.test(text) &&
    text[10] === weightedCheckDigit(text, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) &&
    text[11] === weightedCheckDigit(text, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8])
  );
}

/** Whether a text is an ИНН. */
export function isTaxpayerNumber(text: string): boolean {
  return isCompanyTaxpayerNumber(text) || isPersonTaxpayerNumber(text);
}
