import { routes } from '../../functions/services/routes.ts';
import type { CapabilityDeclaration } from '../declarations/capability.ts';

export const declaration: CapabilityDeclaration = {
  routes,
  impact: 'Operators do not see their services, and the carrier cannot suspend one',
  grant: (capability, { table }) => {
    capability.readsTable(table, ['GetItem', 'Query', 'BatchGetItem'], ['byState', 'byReference']);
    capability.writesTable(table, ['PutItem']);
  },
};
