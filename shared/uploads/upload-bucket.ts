import * as z from 'zod';

/** Buckets that take uploads. */
export const uploadBuckets = ['applications', 'documents'] as const;

export type UploadBucket = (typeof uploadBuckets)[number];

/** Environment variables with the buckets' names. */
export const bucketVariables = {
  applications: 'APPLICATIONS_BUCKET',
  documents: 'DOCUMENTS_BUCKET',
} as const satisfies Record<UploadBucket, string>;

const name = z.string().min(1);

/** Variables of a function that works with all of the buckets. */
export const bucketEnvironmentShape = {
  APPLICATIONS_BUCKET: name,
  DOCUMENTS_BUCKET: name,
} satisfies Record<(typeof bucketVariables)[UploadBucket], z.ZodType>;

/** Names of the buckets, from the environment of a function that works with all of them. */
export function bucketNamesOf(
  environment: Readonly<Record<keyof typeof bucketEnvironmentShape, string>>,
): readonly (readonly [UploadBucket, string])[] {
  return uploadBuckets.map((bucket) => [bucket, environment[bucketVariables[bucket]]]);
}
