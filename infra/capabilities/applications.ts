import { routes } from '../../functions/applications/routes.ts';
import type { CapabilityDeclaration } from '../declarations/capability.ts';

export const declaration: CapabilityDeclaration = {
  routes,
  impact: 'Nobody can apply for access, or follow an application',
  grant: (capability, { table, applications: files }) => {
    capability.readsTable(table, ['GetItem', 'Query']);
    capability.writesTable(table, ['PutItem', 'DeleteItem']);
    capability.usesFiles('APPLICATIONS_BUCKET', files, {
      'quarantine/applications/*': ['PutObject', 'DeleteObject'],
      'applications/*': ['DeleteObject'],
    });
  },
};
