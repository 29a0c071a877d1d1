import { routes } from '../../functions/attachments/routes.ts';
import { orderAttachments } from '../../shared/order/order-attachments.ts';
import { grantAttachments } from '../constructs/upload-grants.ts';
import type { CapabilityDeclaration } from '../declarations/capability.ts';

export const declaration: CapabilityDeclaration = {
  routes,
  impact: 'Nobody can attach files to orders, or fetch them',
  grant: (capability, resources) => {
    const { table } = resources;
    capability.readsTable(table, ['GetItem', 'Query', 'BatchGetItem']);
    capability.writesTable(table, ['PutItem', 'UpdateItem', 'DeleteItem']);
    grantAttachments(capability, resources, orderAttachments, orderAttachments.entrances.order.path, routes);
  },
};
