import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { type Code } from 'aws-cdk-lib/aws-lambda';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import { quarantinePrefix } from '../../shared/files/upload-record.ts';
import { CapabilityFunction } from '../constructs/capability-function.ts';
import { EventConsumer } from '../constructs/event-consumer.ts';
import { HourlySchedule } from '../constructs/hourly-schedule.ts';
import { StreamConsumer } from '../constructs/stream-consumer.ts';
import type { Watch } from '../constructs/watch.ts';

interface EventsStackProps extends StackProps {
  readonly config: StageConfig;
  /** Bundle of functions/publisher. */
  readonly publisherCode: Code;
  /** Bundle of functions/inspection. */
  readonly inspectionCode: Code;
  /** Bundle of functions/eraser. */
  readonly eraserCode: Code;
  readonly table: TableV2;
  /** Scans of access applications. */
  readonly applications: Bucket;
  /** Files of orders. */
  readonly documents: Bucket;
  /** ARN of the table's stream, which all events are derived from. */
  readonly streamArn: string;
}

/** Reactions to changes: the event bus, and the publisher that feeds it from the table's stream. */
export class EventsStack extends Stack {
  readonly watches: readonly Watch[];

  constructor(
    scope: Construct,
    id: string,
    {
      config,
      publisherCode,
      inspectionCode,
      eraserCode,
      streamArn,
      table,
      applications,
      documents,
      ...props
    }: EventsStackProps,
  ) {
    super(scope, id, props);
    const bus = new EventBus(this, 'Bus', { description: 'Events of the operator cabinet' });
    bus.applyRemovalPolicy(config.removalPolicy);
    bus.archive('Archive', {
      description: 'All events, for replay to consumers that are new or missed them',
      eventPattern: { account: [this.account] },
      retention: Duration.days(config.eventArchiveDays),
    });

    const publisher = new CapabilityFunction(this, 'Publisher', {
      folder: 'publisher',
      description: 'Publishes changes of the table',
      code: publisherCode,
      impact: 'Nobody is notified of changes',
      logRetention: config.logRetention,
      removalPolicy: config.removalPolicy,
    });
    publisher.publishesTo(bus);
    const stream = new StreamConsumer(this, 'Stream', { consumer: publisher, streamArn });

    const inspection = new CapabilityFunction(this, 'Inspection', {
      folder: 'inspection',
      description: 'Inspects uploaded files, and releases or refuses them',
      code: inspectionCode,
      impact: 'No uploaded file is accepted or refused',
      // A file is read and copied as a whole.
      timeout: Duration.minutes(1),
      // A presigned POST can be repeated until it expires; excess invocations are retried for an hour.
      concurrency: 20,
      logRetention: config.logRetention,
      removalPolicy: config.removalPolicy,
    });
    inspection.readsTable(table, ['GetItem']);
    inspection.writesTable(table, ['UpdateItem']);
    inspection.usesFiles('APPLICATIONS_BUCKET', applications, {
      'quarantine/*': ['GetObject', 'DeleteObject'],
      'applications/*': ['PutObject', 'DeleteObject'],
    });
    inspection.usesFiles('DOCUMENTS_BUCKET', documents, {
      'quarantine/*': ['GetObject', 'DeleteObject'],
      'attachments/*': ['PutObject', 'DeleteObject'],
    });
    const uploads = new EventConsumer(this, 'Uploads', {
      consumer: inspection,
      patterns: uploadEvents([applications.bucketName, documents.bucketName]),
      impact:
        'An uploaded file is neither accepted nor refused: its events failed and are in the dead-letter queue.',
    });

    const eraser = new CapabilityFunction(this, 'Eraser', {
      folder: 'eraser',
      description: 'Erases abandoned applications, and scans and personal data of decided ones',
      code: eraserCode,
      impact: 'Scans and personal data of applicants are kept longer than promised',
      logRetention: config.logRetention,
      removalPolicy: config.removalPolicy,
    });
    eraser.readsTable(table, ['Query'], ['byDue']);
    eraser.writesTable(table, ['PutItem', 'DeleteItem']);
    eraser.usesFiles('APPLICATIONS_BUCKET', applications, {
      'quarantine/applications/*': ['DeleteObject'],
      'applications/*': ['DeleteObject'],
    });
    const erasure = new HourlySchedule(this, 'Erasure', {
      consumer: eraser,
      description: 'Runs the eraser',
      impact:
        'Scans and personal data of applicants are kept longer than promised: runs of the eraser failed.',
    });
    this.watches = [
      ...publisher.watches,
      ...stream.watches,
      ...inspection.watches,
      ...uploads.watches,
      ...eraser.watches,
      ...erasure.watches,
    ];
  }
}

/** New objects in the quarantine of these buckets, and GuardDuty's results for them. */
function uploadEvents(bucketNames: string[]) {
  return {
    Arrived: {
      description: 'A file arrived in quarantine',
      pattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: bucketNames }, object: { key: [{ prefix: quarantinePrefix }] } },
      },
    },
    Scanned: {
      description: 'GuardDuty has scanned a file in quarantine',
      pattern: {
        source: ['aws.guardduty'],
        detailType: ['GuardDuty Malware Protection Object Scan Result'],
        detail: {
          s3ObjectDetails: { bucketName: bucketNames, objectKey: [{ prefix: quarantinePrefix }] },
        },
      },
    },
  };
}
