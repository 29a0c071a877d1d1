import type { Bucket, IBucket } from 'aws-cdk-lib/aws-s3';

/**
 * A bucket as the interface that its class implements. The CDK declares what may be absent as `T | undefined`, which
 * `exactOptionalPropertyTypes` tells from absent; an overload bridges the two without an assertion.
 */
export function bucketOf(bucket: Bucket): IBucket;
export function bucketOf(bucket: Bucket): unknown {
  return bucket;
}
