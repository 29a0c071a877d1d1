import { Stack } from 'aws-cdk-lib';
import { type Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import * as z from 'zod';
import { acknowledge } from '../nag.ts';

const importSchema = z.object({ 'Fn::ImportValue': z.string() });

/**
 * Accepts that a role's policy names a bucket's objects by a pattern.
 *
 * @param pattern the part after the bucket's ARN
 * @param reason what convinces a reviewer
 */
export function acknowledgeObjects(role: Construct, bucket: Bucket, pattern: string, reason: string): void {
  acknowledge(role, `AwsSolutions-IAM5[Resource::${arnSeenFrom(role, bucket)}/${pattern}]`, reason);
}

/** A bucket's ARN as cdk-nag writes it in a role's policy: an attribute in the same stack, an export in another. */
function arnSeenFrom(role: Construct, bucket: Bucket): string {
  const owner = Stack.of(bucket);
  const resource = bucket.node.defaultChild;
  if (owner === Stack.of(role) && resource instanceof CfnBucket)
    return `<${owner.getLogicalId(resource)}.Arn>`;
  return importSchema.parse(owner.resolve(owner.exportValue(bucket.bucketArn)))['Fn::ImportValue'];
}
