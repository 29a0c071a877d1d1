import { routes } from '../../functions/review/routes.ts';
import type { CapabilityDeclaration } from '../declarations/capability.ts';

export const declaration: CapabilityDeclaration = {
  routes,
  impact: 'Managers cannot decide access applications',
  grant: (capability, { table, userPool, applications: files, config }) => {
    capability.readsTable(table, ['GetItem', 'Query', 'BatchGetItem'], ['byManager', 'byState']);
    capability.writesTable(table, ['PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem']);
    capability.managesAccounts(userPool, [
      'AdminAddUserToGroup',
      'AdminCreateUser',
      'AdminGetUser',
      'CreateGroup',
      'GetGroup',
    ]);
    capability.usesFiles('APPLICATIONS_BUCKET', files, {
      'quarantine/applications/*': ['PutObject', 'DeleteObject'],
      'applications/*': ['GetObject', 'DeleteObject'],
    });
    capability.lambda.addEnvironment('SCAN_RETENTION_DAYS', String(config.scanRetentionDays));
  },
};
