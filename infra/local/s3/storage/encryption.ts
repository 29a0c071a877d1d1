import { S3Error } from '../s3-error.ts';
import type { BucketConfiguration } from './bucket-configuration.ts';

const algorithmHeader = 'x-amz-server-side-encryption';
const keyHeader = 'x-amz-server-side-encryption-aws-kms-key-id';
const bucketKeyHeader = 'x-amz-server-side-encryption-bucket-key-enabled';

/** The key that S3 takes where neither the request nor the bucket names one. */
const managedKey = 'alias/aws/s3';

type Headers = Readonly<Record<string, string>>;

/** The headers of an object that say how it is encrypted. */
export function encryptionHeaders(headers: Headers): Headers {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name.startsWith(algorithmHeader)));
}

export function withoutEncryption(headers: Headers): Headers {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith(algorithmHeader)));
}

/**
 * Adds how the object is encrypted to the headers of an upload: as the request says, otherwise as the bucket does by
 * default (S3 user guide, "Setting default server-side encryption behavior"). It is only recorded: on one machine, bytes
 * are stored as they are.
 * @throws S3Error `InvalidArgument` for an encryption that S3 does not have
 */
export function encrypt(headers: Headers, { encryption }: BucketConfiguration): Headers {
  const { [keyHeader]: requestedKey, [bucketKeyHeader]: requestedBucketKey } = headers;
  const algorithm = headers[algorithmHeader] ?? encryption?.algorithm ?? 'AES256';
  const others = withoutEncryption(headers);
  if (algorithm === 'AES256') {
    if (requestedKey !== undefined)
      throw new S3Error(
        'InvalidArgument',
        'Server Side Encryption with AWS KMS managed key requires aws:kms.',
      );
    return { ...others, [algorithmHeader]: algorithm };
  }
  if (algorithm !== 'aws:kms')
    throw new S3Error('InvalidArgument', 'The encryption method specified is not supported');
  const usesBucketKey = requestedBucketKey?.toLowerCase() ?? String(encryption?.usesBucketKey ?? false);
  return {
    ...others,
    [algorithmHeader]: algorithm,
    [keyHeader]: requestedKey ?? encryption?.keyArn ?? managedKey,
    ...(usesBucketKey === 'true' ? { [bucketKeyHeader]: 'true' } : {}),
  };
}
