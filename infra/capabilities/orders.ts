import { routes } from '../../functions/orders/routes.ts';
import type { CapabilityDeclaration } from '../declarations/capability.ts';

export const declaration: CapabilityDeclaration = {
  routes,
  impact: 'Nobody can order, or follow an order',
  grant: (capability, { table }) => {
    const indexes = ['byState', 'byDue', 'byManager', 'byReference'] as const;
    capability.readsTable(table, ['GetItem', 'Query', 'BatchGetItem'], indexes);
    capability.writesTable(table, ['PutItem', 'UpdateItem']);
  },
};
