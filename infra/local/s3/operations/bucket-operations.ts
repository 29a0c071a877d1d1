import * as z from 'zod';
import type { Answer } from '../answer.ts';
import { defaultBucketConfiguration } from '../storage/bucket-configuration.ts';
import { readDocument } from '../bytes/payload.ts';
import type { S3Request } from '../request.ts';
import { S3Error } from '../s3-error.ts';
import type { Store } from '../storage/store.ts';
import { container, element, readXml } from '../xml.ts';

const creationSchema = z.object({
  CreateBucketConfiguration: container(z.object({ LocationConstraint: z.string().optional() })),
});

export function listBuckets(_request: S3Request, store: Store): Answer {
  const buckets = store.buckets
    .list()
    .map(({ name, created }) =>
      element('Bucket', [element('Name', name), element('CreationDate', new Date(created).toISOString())]),
    );
  return { status: 200, body: element('ListAllMyBucketsResult', [element('Buckets', buckets)]) };
}

export async function createBucket(request: S3Request, store: Store): Promise<Answer> {
  const { bucket, headers } = request;
  // "General purpose bucket naming rules", S3 user guide: a name becomes a host name.
  if (!/^(?!\d+\.\d+\.\d+\.\d+$)(?!.*\.\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) {
    throw new S3Error('InvalidBucketName', 'The specified bucket is not valid.');
  }
  const document = headers.get('content-length') === '0' ? '' : await readDocument(request);
  const constraint =
    document === ''
      ? undefined
      : readXml(document, creationSchema).CreateBucketConfiguration.LocationConstraint;
  if (constraint !== undefined && constraint !== store.region) {
    const message = `The ${constraint} location constraint is incompatible for the region specific endpoint`;
    throw new S3Error('IllegalLocationConstraintException', `${message} this request was sent to.`);
  }
  if (store.buckets.find(bucket)) {
    const message = 'Your previous request to create the named bucket succeeded and you already own it.';
    throw new S3Error('BucketAlreadyOwnedByYou', message);
  }
  const objectLock = headers.get('x-amz-bucket-object-lock-enabled')?.toLowerCase() === 'true';
  store.buckets.save(
    bucket,
    objectLock
      ? { ...defaultBucketConfiguration, objectLock, versioning: 'Enabled' }
      : defaultBucketConfiguration,
  );
  return { status: 200, headers: { location: `/${bucket}` } };
}

export function headBucket(request: S3Request, store: Store): Answer {
  store.buckets.require(request.bucket);
  return { status: 200, headers: { 'x-amz-bucket-region': store.region } };
}

/** @throws S3Error `BucketNotEmpty` while it contains any version */
export function deleteBucket(request: S3Request, store: Store): Answer {
  const { name } = store.buckets.require(request.bucket);
  if (!store.versions.isEmpty(name)) {
    throw new S3Error(
      'BucketNotEmpty',
      'The bucket you tried to delete is not empty. You must delete all versions.',
    );
  }
  store.buckets.remove(name);
  return { status: 204 };
}

export function getBucketLocation(request: S3Request, store: Store): Answer {
  store.buckets.require(request.bucket);
  return {
    status: 200,
    body: element('LocationConstraint', store.region === 'us-east-1' ? '' : store.region),
  };
}
