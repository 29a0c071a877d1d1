import { routes } from '../../functions/catalog/routes.ts';
import type { CapabilityDeclaration } from '../declarations/capability.ts';

export const declaration: CapabilityDeclaration = {
  routes,
  impact: 'Nobody can see the catalogue',
  grant: (capability, { table }) => {
    capability.readsTable(table, ['GetItem', 'Query', 'BatchGetItem'], ['byState', 'byReference']);
    capability.writesTable(table, ['PutItem', 'DeleteItem', 'ConditionCheckItem']);
  },
};
