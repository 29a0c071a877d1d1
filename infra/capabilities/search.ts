import { routes } from '../../functions/search/routes.ts';
import type { CapabilityDeclaration } from '../declarations/capability.ts';

export const declaration: CapabilityDeclaration = {
  routes,
  impact: 'Nobody can search for orders or services',
  grant: (capability, { table }) => {
    const indexes = ['byReference', 'byRussianName', 'byEnglishName'] as const;
    capability.readsTable(table, ['GetItem', 'BatchGetItem', 'Query'], indexes);
  },
};
