import type { Answer } from '../answer.ts';
import { checksumHeaders, readAlgorithm } from '../bytes/checksum.ts';
import { describeObject } from './metadata.ts';
import { quoteETag } from './object-headers.ts';
import { openPayload } from '../bytes/payload.ts';
import type { S3Request } from '../request.ts';
import { notImplemented, S3Error } from '../s3-error.ts';
import type { Store } from '../storage/store.ts';
import { encrypt, encryptionHeaders } from '../storage/encryption.ts';
import type { Upload } from '../storage/upload-index.ts';
import { element } from '../xml.ts';

const maxParts = 10_000;

/** Starts a multipart upload with the description of its object. */
export function createMultipartUpload({ bucket, key, headers }: S3Request, store: Store): Answer {
  const { configuration } = store.buckets.require(bucket);
  const named = headers.get('x-amz-checksum-algorithm');
  const algorithm = named === undefined ? undefined : readAlgorithm(named);
  const type = headers.get('x-amz-checksum-type') ?? 'COMPOSITE';
  if (type !== 'COMPOSITE') throw notImplemented(`x-amz-checksum-type: ${type}`);
  const description = describeObject(headers, store.now());
  const encrypted = encrypt(description.headers, configuration);
  const id = store.uploads.begin(bucket, key, { ...description, headers: encrypted }, algorithm);
  return {
    status: 200,
    headers: {
      ...encryptionHeaders(encrypted),
      ...(algorithm && {
        'x-amz-checksum-algorithm': algorithm.toUpperCase(),
        'x-amz-checksum-type': type,
      }),
    },
    body: element('InitiateMultipartUploadResult', [
      element('Bucket', bucket),
      element('Key', key),
      element('UploadId', id),
    ]),
  };
}

/** Stores one part; it replaces an earlier one with the same number. */
export async function uploadPart(request: S3Request, store: Store): Promise<Answer> {
  const upload = requireUpload(request, store);
  const number = Number(request.parameters.get('partNumber'));
  if (!Number.isInteger(number) || number < 1 || number > maxParts) {
    const message = `Part number must be an integer between 1 and ${maxParts}, inclusive`;
    throw new S3Error('InvalidArgument', message);
  }
  const payload = openPayload(request);
  const blob = await store.blobs.write(payload.chunks);
  const { size, md5, checksum } = payload.received();
  store.uploads.savePart(upload, { number, blob, size, md5, checksum });
  return {
    status: 200,
    headers: {
      etag: quoteETag(md5),
      ...checksumHeaders(checksum),
      ...encryptionHeaders(upload.description.headers),
    },
  };
}

/** Aborts an upload and deletes the bytes of its parts. */
export function abortMultipartUpload(request: S3Request, store: Store): Answer {
  const upload = requireUpload(request, store);
  const parts = store.uploads.parts(upload);
  store.uploads.end(upload);
  for (const { blob } of parts) store.blobs.remove(blob);
  return { status: 204 };
}

/** @throws S3Error `NoSuchBucket` or `NoSuchUpload` */
export function requireUpload({ bucket, key, parameters }: S3Request, store: Store): Upload {
  return store.uploads.require(parameters.get('uploadId') ?? '', store.buckets.require(bucket).name, key);
}
