import { routes } from '../../functions/notices/routes.ts';
import type { Capability } from './capability.ts';

export const notices: Capability = {
  folder: 'notices',
  routes,
  impact: 'Nobody reads the carrier’s notices, or can publish one',
  grant: (capability, { table }) => {
    capability.readsTable(table, ['GetItem', 'Query', 'BatchGetItem'], ['byDue']);
    capability.writesTable(table, ['PutItem']);
  },
};
