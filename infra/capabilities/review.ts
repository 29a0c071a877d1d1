import { routes } from '../../functions/review/routes.ts';
import { packageScans } from '../../shared/application/package-scans.ts';
import { grantAttachments } from '../constructs/upload-grants.ts';
import type { CapabilityDeclaration } from '../declarations/capability.ts';

export const declaration: CapabilityDeclaration = {
  routes,
  impact: 'Managers cannot decide access applications',
  grant: (capability, resources) => {
    const { table, userPool, config } = resources;
    capability.readsTable(table, ['GetItem', 'Query', 'BatchGetItem'], ['byManager', 'byState']);
    capability.writesTable(table, ['PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem']);
    capability.managesAccounts(userPool, [
      'AdminAddUserToGroup',
      'AdminCreateUser',
      'AdminGetUser',
      'CreateGroup',
      'GetGroup',
    ]);
    grantAttachments(capability, resources, packageScans, packageScans.entrances.review.path, routes);
    capability.lambda.addEnvironment('SCAN_RETENTION_DAYS', String(config.scanRetentionDays));
  },
};
