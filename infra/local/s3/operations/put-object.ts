import type { Answer } from '../answer.ts';
import { describeObject } from './metadata.ts';
import { uploadHeaders } from './object-headers.ts';
import { openPayload } from '../bytes/payload.ts';
import { assertWritable, readWritePrecondition } from '../storage/precondition.ts';
import type { S3Request } from '../request.ts';
import type { Store } from '../storage/store.ts';
import { writeObject } from '../storage/write-object.ts';

/** Stores the body; it is on disk when the response is sent. */
export async function putObject(request: S3Request, store: Store): Promise<Answer> {
  const { bucket, key, headers, origin } = request;
  store.buckets.require(bucket);
  const description = describeObject(headers, store.now());
  const precondition = readWritePrecondition(headers);
  // Checked again after the upload; the early check saves the client a futile one.
  assertWritable(precondition, store.versions.current(bucket, key));
  const payload = openPayload(request);
  const blob = await store.blobs.write(payload.chunks);
  const { size, md5, checksum } = payload.received();
  const object = { bucket, key, blob, size, etag: md5, description: { ...description, checksum } };
  const version = writeObject(store, { object, precondition, reason: 'PutObject', origin });
  return { status: 200, headers: uploadHeaders(version) };
}
