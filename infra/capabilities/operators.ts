import { routes } from '../../functions/operators/routes.ts';
import type { Capability } from './capability.ts';

export const operators: Capability = {
  folder: 'operators',
  routes,
  impact: 'Nobody sees who they are in the cabinet and which operator they belong to',
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
