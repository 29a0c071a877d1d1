/** Whom the group of an operator is of, as far as that is known. */
interface GroupOwner {
  readonly name: string;
  readonly taxpayerNumber?: string | undefined;
}

/** How the Cognito console names an operator beside its group. */
export function describeOperatorGroup({ name, taxpayerNumber }: GroupOwner): string {
  return taxpayerNumber === undefined ? name : `${name} · ИНН ${taxpayerNumber}`;
}

/**
 * Whether a group with this description is of the operator with this ИНН. A group that is somebody else's is never taken
 * for a new operator's: its people would be let in.
 */
export function isGroupOf(description: string, taxpayerNumber: string): boolean {
  return description.endsWith(`ИНН ${taxpayerNumber}`);
}
