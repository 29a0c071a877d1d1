import { createHash } from 'node:crypto';
import { detectFileType, signatureLength } from './file-signature.ts';
import type { UploadRecord, UploadRefusal } from '../../shared/uploads/upload-record.ts';

/**
 * Checks the content of a file against the announced size, hash and type, in one pass and without buffering it.
 *
 * @returns `clean`, or what does not match
 */
export async function inspectContent(
  bytes: AsyncIterable<Uint8Array>,
  { mimeType, size, sha256 }: Pick<UploadRecord, 'mimeType' | 'size' | 'sha256'>,
): Promise<'clean' | UploadRefusal> {
  const hash = createHash('sha256');
  let length = 0;
  let start = Buffer.alloc(0);
  for await (const piece of bytes) {
    hash.update(piece);
    length += piece.byteLength;
    if (start.length < signatureLength) start = Buffer.concat([start, piece.subarray(0, signatureLength)]);
  }
  if (length !== size) return 'otherSize';
  if (hash.digest('base64') !== sha256) return 'otherContent';
  return detectFileType(start) === mimeType ? 'clean' : 'otherType';
}
