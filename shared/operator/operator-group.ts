/** The owner of an operator's group. */
interface GroupOwner {
  readonly name: string;
  readonly taxpayerNumber?: string | undefined;
}

/** Description of an operator's group, which the Cognito console shows. */
export function describeOperatorGroup({ name, taxpayerNumber }: GroupOwner): string {
  return taxpayerNumber === undefined ? name : `${name} · ИНН ${taxpayerNumber}`;
}

/**
 * Whether a group with this description belongs to the operator with this ИНН. A new operator must not get another
 * operator's group, since its members would get access.
 */
export function isGroupOf(description: string, taxpayerNumber: string): boolean {
  return description.endsWith(`ИНН ${taxpayerNumber}`);
}
