import { routes } from '../../functions/operators/routes.ts';
import type { CapabilityDeclaration } from '../declarations/capability.ts';

export const declaration: CapabilityDeclaration = {
  routes,
  impact: 'Nobody can load their own profile or their operator',
  grant: (capability, { table, userPool }) => {
    capability.readsTable(table, ['GetItem', 'Query', 'BatchGetItem'], ['byDue', 'byReference']);
    capability.writesTable(table, ['PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem']);
    capability.managesAccounts(userPool, [
      'AdminGetUser',
      'AdminListGroupsForUser',
      'CreateGroup',
      'GetGroup',
      'UpdateGroup',
    ]);
  },
};
