import type { OperatorGroups } from '../functions/operators/groups.ts';
import type { ManagerAccounts } from '../functions/operators/managers.ts';
import { operatorGroupPrefix } from '../shared/auth/roles.ts';

/** In-memory groups of operators, for tests without a user pool. */
export function groupsInMemory(): OperatorGroups & { readonly descriptions: Map<string, string> } {
  const descriptions = new Map<string, string>();
  return {
    descriptions,
    describeGroup: (group) => Promise.resolve(descriptions.get(operatorOf(group))),
    createGroup: (group, description) => {
      const isNew = !descriptions.has(operatorOf(group));
      if (isNew) descriptions.set(operatorOf(group), description);
      return Promise.resolve(isNew);
    },
    updateGroup: (group, description) => {
      descriptions.set(operatorOf(group), description);
      return Promise.resolve();
    },
  };
}

/** Accounts for tests without a user pool: every account is an account manager's. */
export const allAreManagers: ManagerAccounts = {
  groupsOf: () => Promise.resolve(['manager']),
  readAccount: (sub) =>
    Promise.resolve({
      sub,
      email: `${sub}@carrier.example`,
      name: sub,
      enabled: true,
      confirmed: true,
      marker: undefined,
    }),
};

function operatorOf(group: string): string {
  return group.slice(operatorGroupPrefix.length);
}
