/**
 * Remainder of a weighted sum of digits, as the check digits of an ИНН are made.
 *
 * @param digits as many as there are weights; what follows is not looked at
 */
export function weightedCheckDigit(digits: string, weights: readonly number[]): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return String((sum % 11) % 10);
}

/** Last digit of the remainder of a whole number, as the check digit of an ОГРН or ОГРНИП is made. */
export function remainderCheckDigit(digits: string, divisor: number): string {
  return String((Number(digits) % divisor) % 10);
}
