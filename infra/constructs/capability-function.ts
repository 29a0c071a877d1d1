import { Duration, type RemovalPolicy } from 'aws-cdk-lib';
import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import { Policy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, type Code, Function, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { IndexName } from '../../shared/table/definition.ts';
import { acknowledge } from '../nag.ts';
import { acknowledgeObjects } from './object-findings.ts';
import type { Watch } from './watch.ts';

/** Longer would be pointless: the gateway gives up after 30 s. */
const apiTimeoutSeconds = 10;

/** Id of the construct of a folder of functions/: `Orders`, `PriceLists`. */
export function constructIdOf(folder: string): string {
  return folder.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** Common to all functions of a stage. */
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
  /** How long it may run; the time limit of an API request by default. */
  readonly timeoutSeconds?: number | undefined;
  readonly memoryMegabytes?: number | undefined;
  /** Maximum number of concurrent executions. */
  readonly concurrency?: number | undefined;
}

type ObjectAction = 'GetObject' | 'PutObject' | 'DeleteObject';
/** Actions on the objects under each prefix of a bucket, which ends in `/*`. */
export type ObjectUses = Readonly<Record<string, readonly ObjectAction[]>>;

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

/**
 * One folder of functions/: one Lambda, one role, one log group. It has no permissions until a method below grants
 * them.
 */
export class CapabilityFunction extends Construct {
  readonly lambda: Function;
  readonly impact: string;
  readonly timeout: Duration;
  private readonly role: Role;

  constructor(scope: Construct, id: string, props: CapabilityFunctionProps) {
    super(scope, id);
    this.impact = props.impact;
    this.timeout = Duration.seconds(props.timeoutSeconds ?? apiTimeoutSeconds);
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
      memorySize: props.memoryMegabytes ?? 1024,
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

  /**
   * Grants exactly these read actions on the table and the given indexes, and sets the table's name in the
   * environment.
   */
  readsTable(table: TableV2, actions: readonly TableRead[], indexes: readonly IndexName[] = []): void {
    const onItems = actions.filter((action) => action !== 'Query');
    if (onItems.length > 0) this.allow(onItems.map(dynamodbAction), [table.tableArn]);
    if (actions.includes('Query')) {
      const queried = indexes.map((index) => `${table.tableArn}/index/${index}`);
      this.allow([dynamodbAction('Query')], [table.tableArn, ...queried]);
    }
    this.tellTableName(table);
  }

  /** Grants exactly these write actions, alone or in a transaction, and sets the table's name in the environment. */
  writesTable(table: TableV2, actions: readonly TableWrite[]): void {
    this.allow(actions.map(dynamodbAction), [table.tableArn]);
    this.tellTableName(table);
  }

  /**
   * Grants exactly these actions on the objects under each prefix of a bucket, which is also what it takes to presign
   * them, and sets the bucket's name in the environment variable.
   */
  usesFiles(variable: string, bucket: Bucket, uses: ObjectUses): void {
    for (const [pattern, actions] of Object.entries(uses)) {
      this.allow(
        actions.map((action) => `s3:${action}`),
        [bucket.arnForObjects(pattern)],
      );
      acknowledgeObjects(
        this.role,
        bucket,
        pattern,
        'Objects under one prefix of one bucket: their names are ids that are not known in advance.',
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

  /**
   * Lets it notice that a file is missing: without the permission to list the bucket, S3 answers that reading it is not
   * allowed. S3 offers this for whole buckets only; a condition on the prefix does not hold for the reading of a file.
   */
  noticesMissingFiles(bucket: Bucket): void {
    this.allow(['s3:ListBucket'], [bucket.bucketArn]);
  }

  /** Lets it publish to the bus, and sets the bus's name in the environment. */
  publishesTo(bus: EventBus): void {
    this.allow(['events:PutEvents'], [bus.eventBusArn]);
    this.lambda.addEnvironment('EVENT_BUS_NAME', bus.eventBusName);
  }

  /** Lets it send messages to the queue, and sets the queue's URL in the environment variable. */
  sendsTo(variable: string, queue: Queue): void {
    this.allow(['sqs:SendMessage'], [queue.queueArn]);
    this.lambda.addEnvironment(variable, queue.queueUrl);
  }

  /** Lets an event source mapping feed the queue's messages to it. */
  receivesFrom(queue: Queue): void {
    this.allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], [queue.queueArn]);
  }

  /** Lets an event source mapping feed the stream's records to it, and send those that keep failing to the queue. */
  readsStream(streamArn: string, deadLetters: Queue): void {
    this.allow(
      ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
      [streamArn],
    );
    this.allow(['sqs:SendMessage'], [deadLetters.queueArn]);
  }

  /**
   * Lets it read single accounts of the user pool whose trigger it is. This takes a policy of its own: the pool
   * depends on the function, and the function on its role, so the role itself must not refer to the pool.
   */
  readsAccounts(userPool: IUserPool): void {
    const policy = new Policy(this, 'Accounts', {
      statements: [
        new PolicyStatement({ actions: ['cognito-idp:AdminGetUser'], resources: [userPool.userPoolArn] }),
      ],
    });
    policy.attachToRole(this.role);
  }

  /**
   * Grants exactly these actions on accounts and groups of the user pool, and sets the pool's id in the environment.
   */
  managesAccounts(userPool: IUserPool, actions: readonly AccountAction[]): void {
    this.allow(
      actions.map((action) => `cognito-idp:${action}`),
      [userPool.userPoolArn],
    );
    this.lambda.addEnvironment('USER_POOL_ID', userPool.userPoolId);
  }

  /** Errors, throttles and long durations, each of which callers notice. */
  get watches(): readonly Watch[] {
    const period = Duration.minutes(5);
    return [
      {
        id: `${this.node.id}Errors`,
        metric: this.lambda.metricErrors({ period }),
        threshold: 1,
        impact: `${this.impact}: the function crashes or times out.`,
      },
      {
        id: `${this.node.id}Throttles`,
        metric: this.lambda.metricThrottles({ period }),
        threshold: 1,
        impact: `${this.impact}: the function is throttled.`,
      },
      {
        id: `${this.node.id}Duration`,
        metric: this.lambda.metricDuration({ period, statistic: 'p99' }),
        threshold: this.timeout.toMilliseconds() / 2,
        periods: 3,
        impact: `${this.impact} without a long wait: the p99 duration is half of the timeout or more.`,
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
