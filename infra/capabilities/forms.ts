import { routes } from '../../functions/forms/routes.ts';
import type { CapabilityDeclaration } from '../declarations/capability.ts';

export const declaration: CapabilityDeclaration = {
  routes,
  impact: 'Nobody can download the standard application',
  grant: (capability, { table, config }) => {
    capability.readsTable(table, ['GetItem']);
    capability.lambda.addEnvironment('CARRIER', config.carrier);
  },
};
