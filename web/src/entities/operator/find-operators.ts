/** What of an operator it is found by. */
interface Findable {
  readonly id: string;
  readonly name: string;
  readonly organizationIdentification: readonly { readonly identificationId: string }[];
}

/** ИНН of an operator, where the carrier knows it: the one identification that the API gives. */
export function taxpayerNumberOf({ organizationIdentification }: Findable): string | undefined {
  return organizationIdentification[0]?.identificationId;
}

/** Operators by a part of the name, or the beginning of the ИНН, in any case; by name. */
export function findOperators<Operator extends Findable>(
  operators: readonly Operator[],
  wanted: string,
): readonly Operator[] {
  const part = wanted.trim().toLowerCase();
  return operators
    .filter(
      (operator) =>
        operator.name.toLowerCase().includes(part) || (taxpayerNumberOf(operator)?.startsWith(part) ?? false),
    )
    .toSorted((left, right) => bareName(left.name).localeCompare(bareName(right.name), 'ru'));
}

/** Nobody looks for «Волгалайн» under О: the legal form and the quotation marks do not count. */
function bareName(name: string): string {
  return name.replaceAll(/[«»"]/g, '').replace(/^(ООО|АО|ПАО|ЗАО|ИП)\s+/, '');
}
