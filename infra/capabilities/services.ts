import { routes } from '../../functions/services/routes.ts';
import type { Capability } from './capability.ts';

export const services: Capability = {
  folder: 'services',
  routes,
  impact: 'Operators do not see their services, and the carrier cannot suspend one',
  grant: (capability, { table }) => {
    capability.readsTable(table, ['GetItem', 'Query', 'BatchGetItem'], ['byState', 'byReference']);
    capability.writesTable(table, ['PutItem']);
  },
};
