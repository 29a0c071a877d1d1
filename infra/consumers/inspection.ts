import { quarantinePrefix } from '../../shared/files/upload-record.ts';
import type { ConsumerDeclaration } from '../declarations/consumer.ts';

export const declaration: ConsumerDeclaration = {
  consumes: 'events',
  bus: 'default',
  patterns: ({ applications, documents }) => uploadEvents([applications.bucketName, documents.bucketName]),
  description: 'Inspects uploaded files, and releases or refuses them',
  impact: 'No uploaded file is accepted or refused',
  // A file is read and copied as a whole.
  timeoutSeconds: 60,
  // A presigned POST can be repeated until it expires; excess invocations are retried for an hour.
  concurrency: 20,
  grant: (consumer, { table, applications, documents }) => {
    consumer.readsTable(table, ['GetItem']);
    consumer.writesTable(table, ['UpdateItem']);
    consumer.usesFiles('APPLICATIONS_BUCKET', applications, {
      'quarantine/*': ['GetObject', 'DeleteObject'],
      'applications/*': ['PutObject', 'DeleteObject'],
    });
    consumer.usesFiles('DOCUMENTS_BUCKET', documents, {
      'quarantine/*': ['GetObject', 'DeleteObject'],
      'attachments/*': ['PutObject', 'DeleteObject'],
    });
    for (const bucket of [applications, documents]) consumer.noticesMissingFiles(bucket);
  },
};

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
