import { parse } from '@aws-lambda-powertools/parser';
import * as z from 'zod';

/**
 * What sets the inspection in motion: an object came, or GuardDuty has scanned one.
 *
 * @see Amazon S3 user guide, "EventBridge event message structure"; Amazon GuardDuty user guide, "Monitoring S3 object
 *   scans with Amazon EventBridge"
 */
const inspectionEventSchema = z.discriminatedUnion('detail-type', [
  z.object({
    'detail-type': z.literal('Object Created'),
    detail: z.object({ bucket: z.object({ name: z.string() }), object: z.object({ key: z.string() }) }),
  }),
  z.object({
    'detail-type': z.literal('GuardDuty Malware Protection Object Scan Result'),
    detail: z.object({
      s3ObjectDetails: z.object({ bucketName: z.string(), objectKey: z.string() }),
      scanResultDetails: z.object({
        scanResultStatus: z.enum([
          'NO_THREATS_FOUND',
          'THREATS_FOUND',
          'UNSUPPORTED',
          'ACCESS_DENIED',
          'FAILED',
        ]),
      }),
    }),
  }),
]);

/** What an event says: of which object, and what the scanner found where it is the scanner's. */
interface Notice {
  readonly bucket: string;
  readonly key: string;
  readonly malware?: 'clean' | 'malware' | 'unreadable';
}

/**
 * Reads an event of either kind.
 *
 * @throws ParseError which says nothing of what the event holds; NotScanned
 */
export function readNotice(event: unknown): Notice {
  const parsed = parse(event, undefined, inspectionEventSchema);
  if (parsed['detail-type'] === 'Object Created') {
    const { bucket, object } = parsed.detail;
    return { bucket: bucket.name, key: object.key };
  }
  const { s3ObjectDetails, scanResultDetails } = parsed.detail;
  const { scanResultStatus } = scanResultDetails;
  const malware = verdicts[scanResultStatus];
  if (malware === undefined) throw new NotScanned(scanResultStatus);
  return { bucket: s3ObjectDetails.bucketName, key: s3ObjectDetails.objectKey, malware };
}

const verdicts = {
  NO_THREATS_FOUND: 'clean',
  THREATS_FOUND: 'malware',
  // Locked by a password, or packed in a way that the scanner does not open: nobody can say what is inside.
  UNSUPPORTED: 'unreadable',
  ACCESS_DENIED: undefined,
  FAILED: undefined,
} as const;

/** The scanner could not do its work: somebody has to look why, and the file waits. */
class NotScanned extends Error {
  constructor(status: string) {
    super('The object was not scanned');
    this.name = `NotScanned ${status}`;
  }
}
