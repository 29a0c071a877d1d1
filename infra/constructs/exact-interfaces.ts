import type { Bucket, IBucket } from 'aws-cdk-lib/aws-s3';

/**
 * A bucket as the interface that its class implements. The CDK declares optional members as `T | undefined`, which
 * `exactOptionalPropertyTypes` distinguishes from absent ones; an overload bridges the two without an assertion.
 */
export function bucketOf(bucket: Bucket): IBucket;
export function bucketOf(bucket: Bucket): unknown {
  return bucket;
}
