import { quarantinePrefix } from '../../shared/uploads/quarantine-key.ts';
import { uploadBuckets } from '../../shared/uploads/upload-bucket.ts';
import { uploadOwners } from '../../shared/upload-owners.ts';
import { grantInspection } from '../constructs/upload-grants.ts';
import type { ConsumerDeclaration } from '../declarations/consumer.ts';

export const declaration: ConsumerDeclaration = {
  consumes: 'events',
  bus: 'default',
  patterns: (resources) => uploadEvents(uploadBuckets.map((bucket) => resources[bucket].bucketName)),
  description: 'Inspects uploaded files, and releases or refuses them',
  impact: 'No uploaded file is accepted or refused',
  // A file of 5 GB, S3's maximum for one POST and one copy, is read and copied as a whole (docs/adr/0103).
  timeoutSeconds: 900,
  // A whole processor: hashing and decompressing take as long as the transfer.
  memoryMegabytes: 1769,
  // A presigned POST can be repeated until it expires; excess invocations are retried for an hour.
  concurrency: 20,
  grant: (consumer, resources) => {
    const { table } = resources;
    consumer.readsTable(table, ['GetItem']);
    consumer.writesTable(table, ['PutItem']);
    grantInspection(consumer, resources, uploadOwners);
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
