import { Stack } from 'aws-cdk-lib';
import { type Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import * as z from 'zod';
import { acknowledge } from '../nag.ts';

const importSchema = z.object({ 'Fn::ImportValue': z.string() });

/**
 * Accepts that a role's policy names a bucket's objects by a pattern.
 *
 * @param pattern as it stands behind the bucket's ARN
 * @param reason what a reviewer needs to know to agree
 */
export function acknowledgeObjects(role: Construct, bucket: Bucket, pattern: string, reason: string): void {
  acknowledge(role, `AwsSolutions-IAM5[Resource::${arnSeenFrom(role, bucket)}/${pattern}]`, reason);
}

/** How cdk-nag writes the ARN of a bucket in the policy of a role: an attribute in its own stack, an export elsewhere. */
function arnSeenFrom(role: Construct, bucket: Bucket): string {
  const owner = Stack.of(bucket);
  const resource = bucket.node.defaultChild;
  if (owner === Stack.of(role) && resource instanceof CfnBucket)
    return `<${owner.getLogicalId(resource)}.Arn>`;
  return importSchema.parse(owner.resolve(owner.exportValue(bucket.bucketArn)))['Fn::ImportValue'];
}
