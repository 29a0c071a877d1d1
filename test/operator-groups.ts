import type { OperatorGroups } from '../functions/operators/groups.ts';
import type { ManagerAccounts } from '../functions/operators/managers.ts';

/** Groups of operators in memory, for tests of what has no people. */
export function groupsInMemory(): OperatorGroups & { readonly descriptions: Map<string, string> } {
  const descriptions = new Map<string, string>();
  return {
    descriptions,
    describe: (operatorId) => Promise.resolve(descriptions.get(operatorId)),
    keep: (operatorId, description) => {
      descriptions.set(operatorId, description);
      return Promise.resolve();
    },
  };
}

/** Accounts of the pool for tests that do not ask whose they are: everybody is an account manager. */
export const everybodyManages: ManagerAccounts = { groupsOf: () => Promise.resolve(['manager']) };
