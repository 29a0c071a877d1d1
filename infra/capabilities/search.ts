import { routes } from '../../functions/search/routes.ts';
import type { Capability } from './capability.ts';

export const search: Capability = {
  folder: 'search',
  routes,
  impact: 'Nobody can search for orders or services',
  grant: (capability, { table }) => {
    capability.readsTable(table, ['GetItem', 'Query'], ['byReference', 'byRussianName', 'byEnglishName']);
  },
};
