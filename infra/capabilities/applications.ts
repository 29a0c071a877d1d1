import { routes } from '../../functions/applications/routes.ts';
import type { Capability } from './capability.ts';

export const applications: Capability = {
  folder: 'applications',
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
