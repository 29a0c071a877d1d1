import type { OperatorScope } from '../../shared/auth/scope.ts';
import { CabinetError } from '../../shared/errors.ts';
import type { Accounts } from './accounts.ts';
import { rolesAt } from './membership.ts';

interface Dependencies {
  readonly accounts: Pick<Accounts, 'readAccount' | 'groupsOf'>;
  readonly scope: OperatorScope;
}

/**
 * Checks in the user pool that the caller is still an administrator of this operator. An access token stays valid for
 * 15 minutes, in which a disabled, demoted or removed administrator could undo just that.
 *
 * @throws CabinetError `roleNotAllowed`
 */
export async function confirmAdministrator({ accounts, scope }: Dependencies): Promise<void> {
  const [account, groups] = await Promise.all([
    accounts.readAccount(scope.sub),
    accounts.groupsOf(scope.sub),
  ]);
  const isAdministrator = rolesAt(scope.operatorId, groups)?.includes('administrator') === true;
  if (account?.enabled !== true || !isAdministrator) throw new CabinetError('roleNotAllowed');
}
