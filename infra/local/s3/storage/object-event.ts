import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { nullVersionId, type Version } from './version-index.ts';

/** The account that every resource of the local stack belongs to. */
const accountId = '000000000000';

export type ObjectEventReason =
  | 'PutObject'
  | 'POST Object'
  | 'CopyObject'
  | 'CompleteMultipartUpload'
  | 'DeleteObject';

/** The parts of a request that are included in an event. */
export interface EventOrigin {
  readonly requestId: string;
  readonly sourceAddress: string;
}

/** An event as EventBridge delivers it: "Amazon S3 event message structure" for EventBridge, S3 user guide. */
export const objectEventSchema = z.object({
  version: z.literal('0'),
  id: z.string(),
  'detail-type': z.enum(['Object Created', 'Object Deleted']),
  source: z.literal('aws.s3'),
  account: z.string(),
  time: z.string(),
  region: z.string(),
  resources: z.array(z.string()),
  detail: z.object({
    version: z.literal('0'),
    bucket: z.object({ name: z.string() }),
    object: z.object({
      key: z.string(),
      size: z.number().optional(),
      etag: z.string().optional(),
      'version-id': z.string().optional(),
      sequencer: z.string(),
    }),
    'request-id': z.string(),
    requester: z.string(),
    'source-ip-address': z.string(),
    reason: z.string(),
    'deletion-type': z.enum(['Permanently Deleted', 'Delete Marker Created']).optional(),
  }),
});
export type ObjectEvent = z.output<typeof objectEventSchema>;

/** The event for a new object. */
export function describeCreation(
  version: Version,
  reason: ObjectEventReason,
  origin: EventOrigin,
  region: string,
): ObjectEvent {
  const event = describeChange('Object Created', version, reason, origin, region);
  const object = { ...event.detail.object, size: version.size, etag: version.etag };
  return { ...event, detail: { ...event.detail, object } };
}

/** The event for a deleted version, or for a new delete marker. */
export function describeDeletion(
  version: Version,
  deletionType: 'Permanently Deleted' | 'Delete Marker Created',
  origin: EventOrigin,
  region: string,
): ObjectEvent {
  const event = describeChange('Object Deleted', version, 'DeleteObject', origin, region);
  return { ...event, detail: { ...event.detail, 'deletion-type': deletionType } };
}

function describeChange(
  detailType: ObjectEvent['detail-type'],
  version: Version,
  reason: ObjectEventReason,
  origin: EventOrigin,
  region: string,
): ObjectEvent {
  const versionId = version.versionId === nullVersionId ? {} : { 'version-id': version.versionId };
  const sequencer = version.sequence.toString(16).toUpperCase().padStart(18, '0');
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': detailType,
    source: 'aws.s3',
    account: accountId,
    time: version.lastModified.toISOString().replace(/\.\d{3}Z$/, 'Z'),
    region,
    resources: [`arn:aws:s3:::${version.bucket}`],
    detail: {
      version: '0',
      bucket: { name: version.bucket },
      object: { key: version.key, ...versionId, sequencer },
      'request-id': origin.requestId,
      requester: accountId,
      'source-ip-address': origin.sourceAddress,
      reason,
    },
  };
}
