import type { Caller } from '../../iam/caller.ts';
import type { AccessRequest } from '../../iam/statement.ts';
import { S3Error } from '../s3-error.ts';
import type { Store } from '../storage/store.ts';

/** Returns if the caller of the current request may do something. @throws S3Error `AccessDenied` */
export type Permit = (required: AccessRequest) => void;

/** Actions that read or write objects, and what they take of the bucket's key, if it has one. */
const keyActions = new Map([
  ['s3:GetObject', 'kms:Decrypt'],
  ['s3:GetObjectVersion', 'kms:Decrypt'],
  ['s3:PutObject', 'kms:GenerateDataKey'],
]);

export function createPermit({ access, buckets, region }: Store, caller: Caller): Permit {
  const assertAllowed = (required: AccessRequest): void => {
    const denial = access.check(caller, required);
    if (denial) throw new S3Error('AccessDenied', denial.message);
  };
  return (required) => {
    // The minimum that S3 negotiates with current clients. The connection itself does not leave the machine.
    assertAllowed({ ...required, context: { 's3:tlsversion': '1.3', ...required.context } });
    const action = keyActions.get(required.action);
    const keyArn = buckets.find(bucketIn(required.resource))?.configuration.encryption?.keyArn;
    if (action === undefined || keyArn === undefined) return;
    const context = { 'kms:viaservice': `s3.${region}.amazonaws.com` };
    assertAllowed({ action, resource: keyArn, context });
  };
}

export function bucketArn(bucket: string): string {
  return `arn:aws:s3:::${bucket}`;
}

export function objectArn(bucket: string, key: string): string {
  return `${bucketArn(bucket)}/${key}`;
}

function bucketIn(arn: string): string {
  return arn.slice(bucketArn('').length).split('/')[0] ?? '';
}
