import { routes } from '../../functions/applications/routes.ts';
import { packageScans } from '../../shared/application/package-scans.ts';
import { grantAttachments } from '../constructs/upload-grants.ts';
import type { CapabilityDeclaration } from '../declarations/capability.ts';

export const declaration: CapabilityDeclaration = {
  routes,
  impact: 'Nobody can apply for access, or follow an application',
  grant: (capability, resources) => {
    const { table } = resources;
    capability.readsTable(table, ['GetItem', 'Query']);
    capability.writesTable(table, ['PutItem', 'DeleteItem']);
    grantAttachments(capability, resources, packageScans, packageScans.entrances.applicant.path, routes);
  },
};
