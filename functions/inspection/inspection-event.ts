import { parse } from '@aws-lambda-powertools/parser';
import * as z from 'zod';

/**
 * Events that trigger an inspection: an object was uploaded, or GuardDuty has scanned one.
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

/** The object of an event, with the verdict if the event is from the scanner. */
interface InspectionEvent {
  readonly bucket: string;
  readonly key: string;
  readonly malware?: 'clean' | 'malware' | 'unreadable';
}

/**
 * Parses an event of either kind.
 *
 * @throws ParseError without any content of the event; NotScanned
 */
export function parseInspectionEvent(event: unknown): InspectionEvent {
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
  // Protected by a password, or in an archive format that the scanner does not support.
  UNSUPPORTED: 'unreadable',
  ACCESS_DENIED: undefined,
  FAILED: undefined,
} as const;

/** The scan failed. The file stays in quarantine until the cause is found. */
class NotScanned extends Error {
  constructor(status: string) {
    super('The object was not scanned');
    this.name = `NotScanned ${status}`;
  }
}
