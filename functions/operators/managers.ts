import { membershipOf } from '../../shared/auth/membership.ts';
import { CabinetError, invalidRequest } from '../../shared/errors.ts';
import type { UserPool } from '../../shared/identity/user-pool.ts';

/** Reads of the user pool that assigning an operator needs. */
export type ManagerAccounts = Pick<UserPool, 'readAccount' | 'groupsOf'>;

/**
 * Checks in the user pool that an account belongs to an account manager and is enabled. Otherwise the operator's
 * requests would end up in a queue without a reader.
 *
 * @throws CabinetError `invalidRequest` for `managerSub`
 */
export async function confirmManager(accounts: ManagerAccounts, managerSub: string): Promise<void> {
  const [account, groups] = await Promise.all([
    accounts.readAccount(managerSub),
    accounts.groupsOf(managerSub),
  ]);
  if (account?.enabled !== true || !isManager(groups))
    throw invalidRequest([{ pointer: '/managerSub', message: notAManager }]);
}

/** An account in contradictory groups is rejected at sign-in, so it is no manager either. */
function isManager(groups: readonly string[]): boolean {
  try {
    const membership = membershipOf(groups);
    return membership.side === 'carrier' && membership.roles.includes('manager');
  } catch (error) {
    if (error instanceof CabinetError) return false;
    throw error;
  }
}

const notAManager = {
  ru: 'Укажите персонального менеджера: sub действующей учётной записи из группы manager, не состоящей в группах операторов',
  en: 'Specify an account manager: the sub of an enabled account that is in the group manager and in no operator’s group',
};
