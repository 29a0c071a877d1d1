import { routes } from '../../functions/search/routes.ts';
import type { Capability } from './capability.ts';

export const search: Capability = {
  folder: 'search',
  routes,
  impact: 'Nobody finds an order or a service by typing what it is called',
  grant: (capability, { table }) => {
    capability.readsTable(table, ['GetItem', 'Query'], ['byReference', 'byRussianName', 'byEnglishName']);
  },
};
