import { createHash } from 'node:crypto';
import type { UploadRecord, UploadRefusal } from '../../shared/uploads/upload-record.ts';
import { createBlockReader } from './block-reader.ts';
import type { Observer, TypeCheck } from './types/type-check.ts';
import { beginsLike, checkOf, startLength } from './types/type-checks.ts';

/** A file in quarantine. */
export interface QuarantinedFile {
  /** All of its bytes. */
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly readRange: (offset: number, length: number) => Promise<Buffer>;
}

/**
 * Checks the content of a file against the announced size, hash and type. All bytes pass once, and a few ranges are read
 * again; the memory that it takes does not depend on the size (docs/adr/0103).
 *
 * @returns `clean`, or what does not match
 */
export async function inspectContent(
  { bytes, readRange }: QuarantinedFile,
  { mimeType, size, sha256 }: Pick<UploadRecord, 'mimeType' | 'size' | 'sha256'>,
): Promise<'clean' | UploadRefusal> {
  const check = checkOf(mimeType);
  const hash = createHash('sha256');
  const structure = observeStructure(check);
  let length = 0;
  for await (const piece of bytes) {
    hash.update(piece);
    length += piece.byteLength;
    await structure.write(piece);
  }
  const refusal = await structure.end();
  if (length !== size) return 'otherSize';
  if (hash.digest('base64') !== sha256) return 'otherContent';
  return refusal ?? (await check?.probe?.(createBlockReader(size, readRange))) ?? 'clean';
}

/** Compares the first bytes with the type, and then hands all of them to the type's observer. */
function observeStructure(check: TypeCheck | undefined): {
  readonly write: (piece: Uint8Array) => Promise<void>;
  readonly end: () => Promise<UploadRefusal | undefined>;
} {
  let start: Buffer | undefined = Buffer.alloc(0);
  let observer: Observer | undefined;
  let refusal: UploadRefusal | undefined;
  const begin = async (first: Buffer): Promise<void> => {
    start = undefined;
    if (check === undefined || !beginsLike(check, first)) refusal = 'otherType';
    else {
      observer = check.observe?.();
      refusal = await observer?.write(first);
    }
  };
  return {
    write: async (piece) => {
      if (refusal !== undefined) return;
      if (start === undefined) refusal = await observer?.write(piece);
      else {
        start = Buffer.concat([start, piece]);
        if (start.length >= startLength) await begin(start);
      }
    },
    end: async () => {
      if (start !== undefined) await begin(start);
      return refusal ?? observer?.end();
    },
  };
}
