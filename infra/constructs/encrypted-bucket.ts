import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';

/** A bucket whose objects are encrypted with a key of ours. */
export interface EncryptedBucket {
  readonly bucket: Bucket;
  readonly encryptionKey: Key;
}
