import { Duration, type RemovalPolicy } from 'aws-cdk-lib';
import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import { Policy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, type Code, Function, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { IndexName } from '../../shared/table/definition.ts';
import { acknowledge } from '../nag.ts';
import { acknowledgeObjects } from './object-findings.ts';
import type { Watch } from './watch.ts';

/** Nothing synchronous plans for more (the gateway itself gives up after 30 s). */
const functionTimeout = Duration.seconds(10);

/** What every function of a stage has in common. */
interface StageFunctionProps {
  readonly logRetention: RetentionDays;
  readonly removalPolicy: RemovalPolicy;
}

interface CapabilityFunctionProps extends StageFunctionProps {
  /** Name of the folder in functions/; the service's name in logs, metrics and traces. */
  readonly folder: string;
  /** Directory or text that holds `index.mjs`, which exports `handler`. */
  readonly code: Code;
  readonly description: string;
  /** Who cannot do what while the function fails; the beginning of a sentence. */
  readonly impact: string;
  /** How long it may run; unless said, as long as whoever is waiting for an answer of the API waits. */
  readonly timeout?: Duration;
  /** How many of it run at once, at most: what strangers can set off must not take what the API runs on. */
  readonly concurrency?: number;
}

type ObjectAction = 'GetObject' | 'PutObject' | 'DeleteObject';
type TableRead = 'GetItem' | 'BatchGetItem' | 'Query';
type TableWrite = 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'ConditionCheckItem';

type AccountAction =
  | 'AdminAddUserToGroup'
  | 'AdminCreateUser'
  | 'AdminDeleteUser'
  | 'AdminDisableUser'
  | 'AdminEnableUser'
  | 'AdminGetUser'
  | 'AdminListGroupsForUser'
  | 'AdminRemoveUserFromGroup'
  | 'AdminSetUserPassword'
  | 'AdminUserGlobalSignOut'
  | 'CreateGroup'
  | 'GetGroup'
  | 'ListUsersInGroup'
  | 'UpdateGroup';

/** One folder of functions/: one Lambda, one role, one log group. It may do nothing until a method below says so. */
export class CapabilityFunction extends Construct {
  readonly lambda: Function;
  private readonly impact: string;
  private readonly timeout: Duration;
  private readonly role: Role;

  constructor(scope: Construct, id: string, props: CapabilityFunctionProps) {
    super(scope, id);
    this.impact = props.impact;
    this.timeout = props.timeout ?? functionTimeout;
    const logGroup = new LogGroup(this, 'Logs', {
      retention: props.logRetention,
      removalPolicy: props.removalPolicy,
    });
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(this.role);
    this.lambda = new Function(this, 'Function', {
      description: props.description,
      ...(props.concurrency === undefined ? {} : { reservedConcurrentExecutions: props.concurrency }),
      code: props.code,
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: 1024,
      timeout: this.timeout,
      tracing: Tracing.ACTIVE,
      logGroup,
      role: this.role,
      environment: {
        NODE_OPTIONS: '--enable-source-maps',
        POWERTOOLS_SERVICE_NAME: props.folder,
        POWERTOOLS_METRICS_NAMESPACE: 'OperatorCabinet',
        POWERTOOLS_LOG_LEVEL: 'INFO',
      },
    });
    acknowledge(
      this.role,
      'AwsSolutions-IAM5[Resource::*]',
      'X-Ray names no resources: Lambda writes trace segments and telemetry with two write-only actions on *.',
    );
    acknowledge(
      this.lambda,
      'Serverless-LambdaDLQ',
      'Only the gateway or an event source mapping invokes it, and both synchronously: a dead-letter queue would stay empty.',
    );
  }

  /** Lets it read the table, and the indexes that it queries, with exactly these actions; it learns the table's name. */
  readsTable(table: TableV2, actions: readonly TableRead[], indexes: readonly IndexName[] = []): void {
    const onItems = actions.filter((action) => action !== 'Query');
    if (onItems.length > 0) this.allow(onItems.map(dynamodbAction), [table.tableArn]);
    if (actions.includes('Query')) {
      const queried = indexes.map((index) => `${table.tableArn}/index/${index}`);
      this.allow([dynamodbAction('Query')], [table.tableArn, ...queried]);
    }
    this.tellTableName(table);
  }

  /** Lets it write to the table with exactly these actions, alone or in a transaction; it learns the table's name. */
  writesTable(table: TableV2, actions: readonly TableWrite[]): void {
    this.allow(actions.map(dynamodbAction), [table.tableArn]);
    this.tellTableName(table);
  }

  /**
   * Lets it do exactly these things with the objects under each prefix of a bucket, or sign requests that do them;
   * it learns the bucket's name by a variable.
   */
  usesFiles(
    variable: string,
    bucket: Bucket,
    uses: Readonly<Record<`${string}/*`, readonly ObjectAction[]>>,
  ): void {
    for (const [pattern, actions] of Object.entries(uses)) {
      this.allow(
        actions.map((action) => `s3:${action}`),
        [bucket.arnForObjects(pattern)],
      );
      acknowledgeObjects(
        this.role,
        bucket,
        pattern,
        'Objects under one prefix of one bucket: their names are ids that nobody knows beforehand.',
      );
    }
    const actions = Object.values(uses).flat();
    const isWritten = actions.includes('PutObject');
    if (bucket.encryptionKey !== undefined && (isWritten || actions.includes('GetObject'))) {
      this.allow(isWritten ? ['kms:Decrypt', 'kms:GenerateDataKey'] : ['kms:Decrypt'], [
        bucket.encryptionKey.keyArn,
      ]);
    }
    this.lambda.addEnvironment(variable, bucket.bucketName);
  }

  /** Lets it publish to the bus; it learns the bus's name. */
  publishesTo(bus: EventBus): void {
    this.allow(['events:PutEvents'], [bus.eventBusArn]);
    this.lambda.addEnvironment('EVENT_BUS_NAME', bus.eventBusName);
  }

  /**
   * Lets it read single accounts of the user pool whose trigger it is. By a policy of its own: the pool names the
   * function, which waits for all of its role, so that the role itself must not name the pool.
   */
  readsAccounts(userPool: IUserPool): void {
    const policy = new Policy(this, 'Accounts', {
      statements: [
        new PolicyStatement({ actions: ['cognito-idp:AdminGetUser'], resources: [userPool.userPoolArn] }),
      ],
    });
    policy.attachToRole(this.role);
  }

  /** Lets it do exactly these things to accounts and groups of the user pool; it learns the pool's id. */
  managesAccounts(userPool: IUserPool, actions: readonly AccountAction[]): void {
    this.allow(
      actions.map((action) => `cognito-idp:${action}`),
      [userPool.userPoolArn],
    );
    this.lambda.addEnvironment('USER_POOL_ID', userPool.userPoolId);
  }

  /** Errors, throttles and slowness, each of which the function's callers notice. */
  get watches(): readonly Watch[] {
    const period = Duration.minutes(5);
    return [
      {
        id: `${this.node.id}Errors`,
        metric: this.lambda.metricErrors({ period }),
        threshold: 1,
        impact: `${this.impact}: the function crashes or runs out of time.`,
      },
      {
        id: `${this.node.id}Throttles`,
        metric: this.lambda.metricThrottles({ period }),
        threshold: 1,
        impact: `${this.impact}: Lambda starts no more instances of the function.`,
      },
      {
        id: `${this.node.id}Duration`,
        metric: this.lambda.metricDuration({ period, statistic: 'p99' }),
        threshold: this.timeout.toMilliseconds() / 2,
        periods: 3,
        impact: `${this.impact} without a long wait: one request in a hundred takes half of the time that it has, or more.`,
      },
    ];
  }

  private allow(actions: readonly string[], resources: readonly string[]): void {
    this.lambda.addToRolePolicy(new PolicyStatement({ actions: [...actions], resources: [...resources] }));
  }

  private tellTableName(table: TableV2): void {
    this.lambda.addEnvironment('TABLE_NAME', table.tableName);
  }
}

function dynamodbAction(action: TableRead | TableWrite): string {
  return `dynamodb:${action}`;
}
