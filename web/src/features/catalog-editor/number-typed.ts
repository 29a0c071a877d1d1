/** Value of a number input: while a user types, it can be a text that is not a number yet. */
export function amountOf(value: string | number): number | '' {
  return typeof value === 'number' ? value : '';
}
