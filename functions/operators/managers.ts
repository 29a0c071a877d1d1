import { membershipOf } from '../../shared/auth/membership.ts';
import { CabinetError, invalidRequest } from '../../shared/errors.ts';
import type { UserPool } from '../../shared/identity/user-pool.ts';

/** What assigning an operator asks the user pool. */
export type ManagerAccounts = Pick<UserPool, 'readAccount' | 'groupsOf'>;

/**
 * Asks the user pool whether somebody is an account manager who can sign in: requests of an operator that is given to
 * anybody else would lie in a queue that nobody reads.
 *
 * @throws CabinetError `invalidRequest` that names `managerSub`
 */
export async function confirmManager(accounts: ManagerAccounts, managerSub: string): Promise<void> {
  const [account, groups] = await Promise.all([
    accounts.readAccount(managerSub),
    accounts.groupsOf(managerSub),
  ]);
  if (account?.enabled !== true || !isManager(groups))
    throw invalidRequest([{ pointer: '/managerSub', message: noManager }]);
}

/** Who stands in groups that contradict each other is nobody to the cabinet, whatever is among them. */
function isManager(groups: readonly string[]): boolean {
  try {
    const membership = membershipOf(groups);
    return membership.side === 'carrier' && membership.roles.includes('manager');
  } catch (error) {
    if (error instanceof CabinetError) return false;
    throw error;
  }
}

const noManager = {
  ru: 'Нужен персональный менеджер, которому открыт вход: sub действующей учётной записи из группы manager, без групп операторов',
  en: 'This takes an account manager who can sign in: the sub of an enabled account in the group manager, and in no operator’s group',
};
