import { routes } from '../../functions/notices/routes.ts';
import type { CapabilityDeclaration } from '../declarations/capability.ts';

export const declaration: CapabilityDeclaration = {
  routes,
  impact: 'Nobody reads the carrier’s notices, or can publish one',
  grant: (capability, { table }) => {
    capability.readsTable(table, ['GetItem', 'Query', 'BatchGetItem'], ['byDue']);
    capability.writesTable(table, ['PutItem']);
  },
};
