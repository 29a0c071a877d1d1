import { routes } from '../../functions/forms/routes.ts';
import type { Capability } from './capability.ts';

export const forms: Capability = {
  folder: 'forms',
  routes,
  impact: 'Nobody can download the standard application',
  grant: (capability, { table, config }) => {
    capability.readsTable(table, ['GetItem']);
    capability.lambda.addEnvironment('CARRIER', config.carrier);
  },
};
