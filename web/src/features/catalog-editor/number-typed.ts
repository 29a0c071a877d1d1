/** What a number's control holds: while somebody types, it can be a text that is no number yet. */
export function amountOf(value: string | number): number | '' {
  return typeof value === 'number' ? value : '';
}
