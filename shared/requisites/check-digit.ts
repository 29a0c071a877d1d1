/**
 * Check digit of an ИНН: the remainder of a weighted sum of digits.
 *
 * @param digits as many as there are weights; further ones are ignored
 */
export function weightedCheckDigit(digits: string, weights: readonly number[]): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return String((sum % 11) % 10);
}

/** Check digit of an ОГРН or ОГРНИП: the last digit of the remainder of a division. */
export function remainderCheckDigit(digits: string, divisor: number): string {
  return String((Number(digits) % divisor) % 10);
}
