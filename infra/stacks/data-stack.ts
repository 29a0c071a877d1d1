import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import {
  AttributeType,
  Billing,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { type IMetric, MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { tableDefinition } from '../../shared/table/definition.ts';
import type { StageConfig } from '../config.ts';
import { MalwareProtection } from '../constructs/malware-protection.ts';
import { lockDocuments, uploadPrefixes } from '../constructs/document-lock.ts';
import { PrivateBucket } from '../constructs/private-bucket.ts';
import type { Watch } from '../constructs/watch.ts';

interface DataStackProps extends StackProps {
  readonly config: StageConfig;
}

/**
 * Everything that cannot be restored by deploying: the table and the buckets. It changes rarely, and outlives the
 * rest.
 */
export class DataStack extends Stack {
  readonly table: TableV2;
  /** Scans of access applications. */
  readonly applications: PrivateBucket;
  /** Files of orders, and filed documents. */
  readonly documents: PrivateBucket;
  /** Buckets of presigned URLs. */
  readonly fileBuckets: readonly PrivateBucket[];

  constructor(scope: Construct, id: string, { config, ...props }: DataStackProps) {
    super(scope, id, props);
    const { removalPolicy } = config;
    this.table = new TableV2(this, 'Table', {
      partitionKey: text(tableDefinition.partitionKey),
      sortKey: text(tableDefinition.sortKey),
      timeToLiveAttribute: tableDefinition.timeToLive,
      globalSecondaryIndexes: Object.entries(tableDefinition.indexes).map(([indexName, keys]) => ({
        indexName,
        partitionKey: text(keys.partitionKey),
        sortKey: text(keys.sortKey),
        projectionType: ProjectionType.ALL,
      })),
      billing: Billing.onDemand(),
      // A key of our own would not protect from anyone who may read the table: docs/adr/0011.
      encryption: TableEncryptionV2.dynamoOwnedKey(),
      dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      deletionProtection: true,
      removalPolicy,
    });

    const accessLogs = new PrivateBucket(this, 'AccessLogs', {
      removalPolicy,
      lifecycleRules: [{ id: 'Expiry', expiration: Duration.days(config.accessLogDays) }],
    });
    const common = { removalPolicy, accessLogs, origin: `https://${config.domainName}` };
    const documents = new PrivateBucket(this, 'Documents', {
      ...common,
      versioned: true,
      objectLockEnabled: true,
      announcesObjects: true,
      lifecycleRules: [
        {
          id: 'Inbox',
          prefix: 'inbox/',
          expiration: Duration.days(30),
          noncurrentVersionExpiration: Duration.days(1),
        },
        // A file that was uploaded and removed is deleted for good.
        ...uploadPrefixes.map((prefix) => ({
          id: `Removed ${prefix}`,
          prefix,
          noncurrentVersionExpiration: Duration.days(1),
        })),
      ],
    });
    lockDocuments(documents, config.documentLock);
    new MalwareProtection(this, 'DocumentsMalwareProtection', documents);
    this.documents = documents;
    const applicationsKey = new Key(this, 'ApplicationsKey', {
      description: 'Scans of access applications: passports, powers of attorney',
      enableKeyRotation: true,
      removalPolicy,
    });
    const applications = new PrivateBucket(this, 'Applications', {
      ...common,
      encryptionKey: applicationsKey,
      announcesObjects: true,
      // Unversioned, so that erased files are gone.
      lifecycleRules: [{ id: 'Expiry', expiration: Duration.days(config.applicationDays) }],
    });
    new MalwareProtection(this, 'ApplicationsMalwareProtection', applications);
    this.applications = applications;
    const traffic = new PrivateBucket(this, 'Traffic', common);
    const exports = new PrivateBucket(this, 'Exports', {
      ...common,
      lifecycleRules: [{ id: 'Expiry', expiration: Duration.days(config.exportDays) }],
    });
    this.fileBuckets = [documents, applications, traffic, exports];
    this.#exportEverything();
  }

  /**
   * Exports what the functions can be granted, whether one is or not: an export that came and went with its first user
   * could not be removed before that user (docs/adr/0105).
   */
  #exportEverything(): void {
    const { tableArn, tableName } = this.table;
    const ofBuckets = this.fileBuckets.flatMap((bucket) => [
      bucket.bucketArn,
      bucket.bucketName,
      bucket.bucketRegionalDomainName,
      ...(bucket.encryptionKey === undefined ? [] : [bucket.encryptionKey.keyArn]),
    ]);
    for (const value of [tableArn, tableName, this.streamArn, ...ofBuckets]) this.exportValue(value);
  }

  /** ARN of the stream that all events are derived from. */
  get streamArn(): string {
    const { tableStreamArn } = this.table;
    if (tableStreamArn === undefined) throw new Error('The table has no stream');
    return tableStreamArn;
  }

  /** Throttled requests to the table or one of its indexes. */
  get watches(): readonly Watch[] {
    return [
      {
        id: 'TableReadsThrottled',
        metric: this.throttleEvents('ReadThrottleEvents'),
        threshold: 1,
        impact:
          'Some people see "temporarily unavailable" instead of their data: reads of the table are throttled.',
      },
      {
        id: 'TableWritesThrottled',
        metric: this.throttleEvents('WriteThrottleEvents'),
        threshold: 1,
        impact: 'Some people cannot order or change anything: writes to the table are throttled.',
      },
    ];
  }

  private throttleEvents(name: string): IMetric {
    const period = Duration.minutes(5);
    const metricOf = (dimensions: Record<string, string>) =>
      this.table.metric(name, { period, statistic: 'Sum', dimensionsMap: dimensions });
    const TableName = this.table.tableName;
    const ofIndexes = Object.keys(tableDefinition.indexes).map(
      (index) => [index, metricOf({ TableName, GlobalSecondaryIndexName: index })] as const,
    );
    return new MathExpression({
      label: name,
      expression: 'SUM(METRICS())',
      usingMetrics: { table: metricOf({ TableName }), ...Object.fromEntries(ofIndexes) },
      period,
    });
  }
}

function text(name: string) {
  return { name, type: AttributeType.STRING };
}
