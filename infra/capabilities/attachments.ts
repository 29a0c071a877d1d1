import { routes } from '../../functions/attachments/routes.ts';
import type { CapabilityDeclaration } from '../declarations/capability.ts';

export const declaration: CapabilityDeclaration = {
  routes,
  impact: 'Nobody can attach files to orders, or fetch them',
  grant: (capability, { table, documents: files }) => {
    capability.readsTable(table, ['GetItem', 'Query', 'BatchGetItem']);
    capability.writesTable(table, ['PutItem', 'UpdateItem', 'DeleteItem']);
    capability.usesFiles('DOCUMENTS_BUCKET', files, {
      'quarantine/attachments/*': ['PutObject', 'DeleteObject'],
      'attachments/*': ['GetObject', 'DeleteObject'],
    });
  },
};
