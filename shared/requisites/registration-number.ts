import { remainderCheckDigit } from './check-digit.ts';

/**
 * Whether a text is an ОГРН, the number of a company in the state register: thirteen digits; the first is 1 or 5, and the
 * last is the check digit of the others, with divisor 11.
 *
 * @see Order 165n of the Ministry of Finance of 30.10.2017, on keeping the state registers
 */
export function isCompanyRegistrationNumber(text: string): boolean {
  return /^[15]\d{12}$/.test(text) && text[12] === remainderCheckDigit(text.slice(0, 12), 11);
}

/** Whether a text is an ОГРНИП, the number of a sole proprietor: fifteen digits, beginning with 3, with divisor 13. */
export function isProprietorRegistrationNumber(text: string): boolean {
  return /^3\d{14}$/.test(text) && text[14] === remainderCheckDigit(text.slice(0, 14), 13);
}

/** Whether a text is an ОГРН or an ОГРНИП. */
export function isRegistrationNumber(text: string): boolean {
  return isCompanyRegistrationNumber(text) || isProprietorRegistrationNumber(text);
}
