import { routes } from '../../functions/orders/routes.ts';
import type { Capability } from './capability.ts';

export const orders: Capability = {
  folder: 'orders',
  routes,
  impact: 'Nobody can order, or follow an order',
  grant: (capability, { table }) => {
    const indexes = ['byState', 'byDue', 'byManager', 'byReference'] as const;
    capability.readsTable(table, ['GetItem', 'Query', 'BatchGetItem'], indexes);
    capability.writesTable(table, ['PutItem', 'UpdateItem']);
  },
};
