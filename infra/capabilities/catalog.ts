import { routes } from '../../functions/catalog/routes.ts';
import type { Capability } from './capability.ts';

export const catalog: Capability = {
  folder: 'catalog',
  routes,
  impact: 'Nobody sees what can be ordered',
  grant: (capability, { table }) => {
    capability.readsTable(table, ['GetItem', 'Query', 'BatchGetItem'], ['byState', 'byReference']);
    capability.writesTable(table, ['PutItem', 'DeleteItem', 'ConditionCheckItem']);
  },
};
