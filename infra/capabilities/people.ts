import { routes } from '../../functions/people/routes.ts';
import type { CapabilityDeclaration } from '../declarations/capability.ts';

export const declaration: CapabilityDeclaration = {
  routes,
  impact: 'Nobody accepts the rules, and operators cannot manage the accounts of their own people',
  grant: (capability, { table, userPool }) => {
    capability.readsTable(table, ['GetItem', 'Query', 'BatchGetItem']);
    capability.writesTable(table, ['PutItem']);
    capability.managesAccounts(userPool, [
      'AdminAddUserToGroup',
      'AdminCreateUser',
      'AdminDeleteUser',
      'AdminDisableUser',
      'AdminEnableUser',
      'AdminGetUser',
      'AdminListGroupsForUser',
      'AdminRemoveUserFromGroup',
      'AdminSetUserPassword',
      'AdminUserGlobalSignOut',
      'ListUsersInGroup',
    ]);
  },
};
