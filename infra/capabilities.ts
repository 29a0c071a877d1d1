import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { routes as applications } from '../functions/applications/routes.ts';
import { routes as attachments } from '../functions/attachments/routes.ts';
import { routes as catalog } from '../functions/catalog/routes.ts';
import { routes as forms } from '../functions/forms/routes.ts';
import { routes as notices } from '../functions/notices/routes.ts';
import { routes as orders } from '../functions/orders/routes.ts';
import { routes as operators } from '../functions/operators/routes.ts';
import { routes as people } from '../functions/people/routes.ts';
import { routes as review } from '../functions/review/routes.ts';
import { routes as search } from '../functions/search/routes.ts';
import { routes as services } from '../functions/services/routes.ts';
import type { Routes } from '../shared/http/route.ts';
import type { StageConfig } from './config.ts';
import type { CapabilityFunction } from './constructs/capability-function.ts';

/** One folder of functions/ that answers HTTP requests. */
export interface Capability {
  readonly folder: string;
  readonly routes: Routes;
  /** Who cannot do what while its function fails; the beginning of a sentence, for its alarms. */
  readonly impact: string;
  /** All that its function may do. */
  readonly grant: (
    capability: CapabilityFunction,
    data: {
      readonly table: TableV2;
      readonly userPool: IUserPool;
      readonly applications: Bucket;
      readonly documents: Bucket;
      readonly config: StageConfig;
    },
  ) => void;
}

/** Everything that the API is made of. */
export const capabilities: readonly Capability[] = [
  {
    folder: 'applications',
    routes: applications,
    impact: 'Nobody can apply for access, or follow an application',
    grant: (capability, { table, applications: files }) => {
      capability.readsTable(table, ['GetItem', 'Query']);
      capability.writesTable(table, ['PutItem', 'DeleteItem']);
      capability.usesFiles('APPLICATIONS_BUCKET', files, {
        'quarantine/applications/*': ['PutObject', 'DeleteObject'],
        'applications/*': ['DeleteObject'],
      });
    },
  },
  {
    folder: 'forms',
    routes: forms,
    impact: 'Nobody gets the standard application to print',
    grant: (capability, { table, config }) => {
      capability.readsTable(table, ['GetItem']);
      capability.lambda.addEnvironment('CARRIER', config.carrier);
    },
  },
  {
    folder: 'catalog',
    routes: catalog,
    impact: 'Nobody sees what can be ordered',
    grant: (capability, { table }) => {
      capability.readsTable(table, ['GetItem', 'Query', 'BatchGetItem'], ['byState', 'byReference']);
      capability.writesTable(table, ['PutItem', 'DeleteItem', 'ConditionCheckItem']);
    },
  },
  {
    folder: 'orders',
    routes: orders,
    impact: 'Nobody can order, or follow an order',
    grant: (capability, { table }) => {
      const indexes = ['byState', 'byDue', 'byManager', 'byReference'] as const;
      capability.readsTable(table, ['GetItem', 'Query', 'BatchGetItem'], indexes);
      capability.writesTable(table, ['PutItem', 'UpdateItem']);
    },
  },
  {
    folder: 'attachments',
    routes: attachments,
    impact: 'Nobody can attach files to orders, or fetch them',
    grant: (capability, { table, documents: files }) => {
      capability.readsTable(table, ['GetItem', 'Query', 'BatchGetItem']);
      capability.writesTable(table, ['PutItem', 'UpdateItem', 'DeleteItem']);
      capability.usesFiles('DOCUMENTS_BUCKET', files, {
        'quarantine/attachments/*': ['PutObject', 'DeleteObject'],
        'attachments/*': ['GetObject', 'DeleteObject'],
      });
    },
  },
  {
    folder: 'services',
    routes: services,
    impact: 'Operators do not see their services, and the carrier cannot suspend one',
    grant: (capability, { table }) => {
      capability.readsTable(table, ['GetItem', 'Query', 'BatchGetItem'], ['byState', 'byReference']);
      capability.writesTable(table, ['PutItem']);
    },
  },
  {
    folder: 'search',
    routes: search,
    impact: 'Nobody finds an order or a service by typing what it is called',
    grant: (capability, { table }) => {
      capability.readsTable(table, ['GetItem', 'Query'], ['byReference', 'byRussianName', 'byEnglishName']);
    },
  },
  {
    folder: 'notices',
    routes: notices,
    impact: 'Nobody reads the carrier’s notices, or can publish one',
    grant: (capability, { table }) => {
      capability.readsTable(table, ['GetItem', 'Query', 'BatchGetItem'], ['byDue']);
      capability.writesTable(table, ['PutItem']);
    },
  },
  {
    folder: 'operators',
    routes: operators,
    impact: 'Nobody sees who they are in the cabinet and which operator they belong to',
    grant: (capability, { table, userPool }) => {
      capability.readsTable(table, ['GetItem', 'Query', 'BatchGetItem'], ['byDue', 'byReference']);
      capability.writesTable(table, ['PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem']);
      capability.managesAccounts(userPool, [
        'AdminGetUser',
        'AdminListGroupsForUser',
        'CreateGroup',
        'GetGroup',
        'UpdateGroup',
      ]);
    },
  },
  {
    folder: 'people',
    routes: people,
    impact: 'Nobody accepts the rules, and operators cannot keep the accounts of their own people',
    grant: (capability, { table, userPool }) => {
      capability.readsTable(table, ['GetItem', 'Query', 'BatchGetItem']);
      capability.writesTable(table, ['PutItem']);
      capability.managesAccounts(userPool, [
        'AdminAddUserToGroup',
        'AdminCreateUser',
        'AdminDeleteUser',
        'AdminDisableUser',
        'AdminEnableUser',
        'AdminGetUser',
        'AdminListGroupsForUser',
        'AdminRemoveUserFromGroup',
        'AdminSetUserPassword',
        'AdminUserGlobalSignOut',
        'ListUsersInGroup',
      ]);
    },
  },
  {
    folder: 'review',
    routes: review,
    impact: 'Managers cannot decide access applications',
    grant: (capability, { table, userPool, applications: files, config }) => {
      capability.readsTable(table, ['GetItem', 'Query', 'BatchGetItem'], ['byManager', 'byState']);
      capability.writesTable(table, ['PutItem', 'DeleteItem', 'ConditionCheckItem']);
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
  },
];
