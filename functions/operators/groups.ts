import { operatorGroupPrefix } from '../../shared/auth/roles.ts';
import type { UserPool } from '../../shared/identity/user-pool.ts';

/** The groups by which the user pool knows operators. */
export type OperatorGroups = Pick<UserPool, 'describeGroup' | 'createGroup' | 'updateGroup'>;

/** Creates an operator's group with this description, or gives the description to the group that is there. */
export async function saveOperatorGroup(
  groups: OperatorGroups,
  operatorId: string,
  description: string,
): Promise<void> {
  const name = operatorGroupPrefix + operatorId;
  if (!(await groups.createGroup(name, description))) await groups.updateGroup(name, description);
}
