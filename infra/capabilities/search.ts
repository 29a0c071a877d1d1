import { routes } from '../../functions/search/routes.ts';
import type { CapabilityDeclaration } from '../declarations/capability.ts';

export const declaration: CapabilityDeclaration = {
  routes,
  impact: 'Nobody can search for orders or services',
  grant: (capability, { table }) => {
    capability.readsTable(table, ['GetItem', 'Query'], ['byReference', 'byRussianName', 'byEnglishName']);
  },
};
