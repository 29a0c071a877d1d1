import { operatorGroupPrefix } from '../../shared/auth/roles.ts';
import type { UserPool } from '../../shared/identity/user-pool.ts';

/** Operations on the operators' groups in the user pool. */
export type OperatorGroups = Pick<UserPool, 'describeGroup' | 'createGroup' | 'updateGroup'>;

/** Creates an operator's group with this description, or updates the description of an existing group. */
export async function saveOperatorGroup(
  groups: OperatorGroups,
  operatorId: string,
  description: string,
): Promise<void> {
  const name = operatorGroupPrefix + operatorId;
  if (!(await groups.createGroup(name, description))) await groups.updateGroup(name, description);
}
