import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { quarantineKey, quarantinePrefix } from '../../shared/uploads/quarantine-key.ts';
import { bucketVariables, type UploadBucket } from '../../shared/uploads/upload-bucket.ts';
import type { UploadPlace } from '../../shared/uploads/upload-owner.ts';
import type { Routes } from '../../shared/http/route.ts';
import type { CapabilityFunction, ObjectUses } from './capability-function.ts';

/** Every bucket that takes uploads. */
export type UploadBuckets = Readonly<Record<UploadBucket, Bucket>>;

/**
 * Grants a capability's function what its routes do with the files of an owner: to sign uploads into quarantine, to sign
 * downloads of accepted files, and to erase both. Only the inspection may read from quarantine.
 */
export function grantAttachments(
  capability: CapabilityFunction,
  buckets: UploadBuckets,
  { bucket, prefix }: UploadPlace,
  path: string,
  routes: Routes,
): void {
  const methods = (address: string) =>
    Object.values(routes).flatMap((route) => (route.path === address ? [route.method] : []));
  const ofOne = methods(`${path}/{attachmentId}`);
  const erases = ofOne.includes('DELETE') ? (['DeleteObject'] as const) : [];
  const uses: ObjectUses = {
    [`${quarantineKey(prefix)}*`]: [
      ...(methods(path).includes('POST') ? (['PutObject'] as const) : []),
      ...erases,
    ],
    [`${prefix}*`]: [...(ofOne.includes('GET') ? (['GetObject'] as const) : []), ...erases],
  };
  const granted = Object.entries(uses).filter(([, actions]) => actions.length > 0);
  capability.usesFiles(bucketVariables[bucket], buckets[bucket], Object.fromEntries(granted));
}

/** Grants the inspection to read and empty the quarantine of every bucket, and to release or withdraw the files of each owner. */
export function grantInspection(
  inspection: CapabilityFunction,
  buckets: UploadBuckets,
  owners: readonly UploadPlace[],
): void {
  for (const [bucket, ofBucket] of byBucket(owners)) {
    inspection.usesFiles(bucketVariables[bucket], buckets[bucket], {
      [`${quarantinePrefix}*`]: ['GetObject', 'DeleteObject'],
      ...Object.fromEntries(
        ofBucket.map(({ prefix }) => [`${prefix}*`, ['PutObject', 'DeleteObject'] as const]),
      ),
    });
    inspection.noticesMissingFiles(buckets[bucket]);
  }
}

/** Grants the eraser to erase the files of each owner, inspected or not. */
export function grantErasure(
  eraser: CapabilityFunction,
  buckets: UploadBuckets,
  owners: readonly UploadPlace[],
): void {
  for (const [bucket, ofBucket] of byBucket(owners)) {
    const patterns = ofBucket.flatMap(({ prefix }) => [`${quarantineKey(prefix)}*`, `${prefix}*`]);
    eraser.usesFiles(
      bucketVariables[bucket],
      buckets[bucket],
      Object.fromEntries(patterns.map((pattern) => [pattern, ['DeleteObject'] as const])),
    );
  }
}

/** The owners by bucket. */
function byBucket(owners: readonly UploadPlace[]): ReadonlyMap<UploadBucket, readonly UploadPlace[]> {
  return Map.groupBy(owners, ({ bucket }) => bucket);
}
