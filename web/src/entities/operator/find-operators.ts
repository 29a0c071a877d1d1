/** The attributes that an operator is found by. */
interface Findable {
  readonly id: string;
  readonly name: string;
  readonly organizationIdentification: readonly { readonly identificationId: string }[];
}

/** ИНН of an operator, if the carrier knows it: the only identification in the API. */
export function taxpayerNumberOf({ organizationIdentification }: Findable): string | undefined {
  return organizationIdentification[0]?.identificationId;
}

/** Finds operators by part of the name or the beginning of the ИНН, in any case; sorted by name. */
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

/** Name to sort by, without legal form and quotation marks: «Волгалайн» belongs under В, not О. */
function bareName(name: string): string {
  return name.replaceAll(/[«»"]/g, '').replace(/^(ООО|АО|ПАО|ЗАО|ИП)\s+/, '');
}
