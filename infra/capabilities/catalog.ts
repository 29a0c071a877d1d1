import { routes } from '../../functions/catalog/routes.ts';
import type { Capability } from './capability.ts';

export const catalog: Capability = {
  folder: 'catalog',
  routes,
  impact: 'Nobody can see the catalogue',
  grant: (capability, { table }) => {
    capability.readsTable(table, ['GetItem', 'Query', 'BatchGetItem'], ['byState', 'byReference']);
    capability.writesTable(table, ['PutItem', 'DeleteItem', 'ConditionCheckItem']);
  },
};
