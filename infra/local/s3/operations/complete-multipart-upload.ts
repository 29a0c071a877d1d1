import { createHash } from 'node:crypto';
import { escapeUriPath } from '@smithy/core/protocols';
import * as z from 'zod';
import type { Answer } from '../answer.ts';
import { compositeChecksum, readPromisedChecksum, type Checksum } from '../bytes/checksum.ts';
import { checksumElement } from './checksum-element.ts';
import { requireUpload } from './multipart-upload.ts';
import { quoteETag, versionHeader } from './object-headers.ts';
import { readDocument } from '../bytes/payload.ts';
import { encryptionHeaders } from '../storage/encryption.ts';
import { assertWritable, readWritePrecondition } from '../storage/precondition.ts';
import type { S3Request } from '../request.ts';
import { S3Error } from '../s3-error.ts';
import type { Store } from '../storage/store.ts';
import { writeObject } from '../storage/write-object.ts';
import type { Part, Upload } from '../storage/upload-index.ts';
import { element, readXml, repeated } from '../xml.ts';

const minPartBytes = 5 * 1024 ** 2;

const partSchema = z.object({ PartNumber: z.coerce.number().int(), ETag: z.string() });
const documentSchema = z.object({
  CompleteMultipartUpload: z.object({
    Part: repeated(partSchema).refine(({ length }) => length > 0),
  }),
});
type ListedPart = z.output<typeof partSchema>;

/**
 * Joins the listed parts into one object; unlisted ones are dropped.
 * @throws S3Error `InvalidPart`, `InvalidPartOrder`, `EntityTooSmall`, `BadDigest`, `PreconditionFailed`,
 * `NoSuchUpload`
 */
export async function completeMultipartUpload(request: S3Request, store: Store): Promise<Answer> {
  const { bucket, key, headers, origin } = request;
  const upload = requireUpload(request, store);
  const document = readXml(await readDocument(request, { ignoresChecksum: true }), documentSchema);
  const precondition = readWritePrecondition(headers);
  assertWritable(precondition, store.versions.current(bucket, key));
  const parts = store.uploads.parts(upload);
  const chosen = chooseParts(parts, document.CompleteMultipartUpload.Part);
  const checksum = combineChecksums(upload, chosen);
  assertPromised(headers, checksum);
  const blob = await store.blobs.write(readParts(chosen, store));
  const object = {
    bucket,
    key,
    blob,
    size: chosen.reduce((sum, { size }) => sum + size, 0),
    etag: combineETags(chosen),
    description: { ...upload.description, checksum },
  };
  const version = writeObject(store, {
    object,
    precondition,
    reason: 'CompleteMultipartUpload',
    origin,
    alongside: () => {
      store.uploads.end(upload);
    },
  });
  for (const part of parts) store.blobs.remove(part.blob);
  return {
    status: 200,
    headers: { ...versionHeader(version.versionId), ...encryptionHeaders(version.description.headers) },
    body: element('CompleteMultipartUploadResult', [
      element('Location', `http://${headers.get('host') ?? ''}/${bucket}/${escapeUriPath(key)}`),
      element('Bucket', bucket),
      element('Key', key),
      element('ETag', quoteETag(version.etag)),
      checksumElement(checksum),
    ]),
  };
}

function chooseParts(stored: readonly Part[], listed: readonly ListedPart[]): Part[] {
  if (listed.some(({ PartNumber }, index) => PartNumber <= (listed[index - 1]?.PartNumber ?? 0))) {
    const message =
      'The list of parts was not in ascending order. The parts list must be specified in order by part';
    throw new S3Error('InvalidPartOrder', `${message} number.`);
  }
  const chosen = listed.map(({ PartNumber, ETag }) => {
    const part = stored.find(({ number, md5 }) => number === PartNumber && md5 === ETag.replaceAll('"', ''));
    if (part) return part;
    throw new S3Error('InvalidPart', `Part ${PartNumber} could not be found, or has another entity tag.`);
  });
  if (chosen.slice(0, -1).some(({ size }) => size < minPartBytes)) {
    throw new S3Error('EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size');
  }
  return chosen;
}

/** The MD5 of the parts' MD5s, and the number of parts. */
function combineETags(parts: readonly Part[]): string {
  const hash = createHash('md5');
  for (const { md5 } of parts) hash.update(Buffer.from(md5, 'hex'));
  return `${hash.digest('hex')}-${parts.length}`;
}

function combineChecksums({ algorithm }: Upload, parts: readonly Part[]): Checksum | undefined {
  if (!algorithm) return undefined;
  const checksums = parts.flatMap(({ checksum }) => (checksum?.algorithm === algorithm ? [checksum] : []));
  if (checksums.length === parts.length) return compositeChecksum(algorithm, checksums);
  throw new S3Error(
    'InvalidRequest',
    `The upload was created using a ${algorithm} checksum. Every part must have one.`,
  );
}

/** Here, the header refers to the object, not to the document. */
function assertPromised(headers: ReadonlyMap<string, string>, checksum: Checksum | undefined): void {
  const promised = readPromisedChecksum(headers);
  if (promised && (promised.algorithm !== checksum?.algorithm || promised.value !== checksum.value)) {
    throw new S3Error('BadDigest', 'The checksum you specified did not match the calculated checksum.');
  }
}

async function* readParts(parts: readonly Part[], { blobs }: Store): AsyncGenerator<Uint8Array> {
  for (const { blob, size } of parts) {
    const bytes: AsyncIterable<Uint8Array> = blobs.read(blob, 0, size - 1);
    yield* bytes;
  }
}
