/** A reference code as it is read out: `ABCD-EFGH-JKMN-PQRS`. */
export function showCode(id: string): string {
  return (id.match(/.{1,4}/g) ?? []).join('-');
}
