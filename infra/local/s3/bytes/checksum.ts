import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import * as z from 'zod';
import { notImplemented, S3Error } from '../s3-error.ts';

const checksumAlgorithms = ['crc32', 'sha1', 'sha256'] as const;
export const checksumAlgorithmSchema = z.enum(checksumAlgorithms);
export type ChecksumAlgorithm = z.output<typeof checksumAlgorithmSchema>;

/**
 * A checksum as S3 stores it: base64, with the suffix `-<parts>` when it was computed over the checksums of parts.
 */
export const checksumSchema = z.object({ algorithm: checksumAlgorithmSchema, value: z.string() });
export type Checksum = z.output<typeof checksumSchema>;

/** Digests bytes chunk by chunk; `digest` finishes it. */
export interface RunningChecksum {
  update(chunk: Uint8Array): void;
  digest(): Buffer;
}

export function startChecksum(algorithm: ChecksumAlgorithm | 'md5'): RunningChecksum {
  if (algorithm !== 'crc32') {
    const hash = createHash(algorithm);
    return { update: (chunk) => void hash.update(chunk), digest: () => hash.digest() };
  }
  let value = 0;
  return {
    update: (chunk) => {
      value = crc32(chunk, value);
    },
    digest: () => {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(value);
      return bytes;
    },
  };
}

/**
 * Parses the name of an algorithm as in S3's headers and documents, in upper case.
 * @throws S3Error `NotImplemented` for those that only other SDKs use
 */
export function readAlgorithm(name: string): ChecksumAlgorithm {
  const parsed = checksumAlgorithmSchema.safeParse(name.toLowerCase());
  if (parsed.success) return parsed.data;
  throw notImplemented(`the checksum algorithm ${name}, only ${checksumAlgorithms.join(', ').toUpperCase()}`);
}

/** The checksum of a multipart object: over its parts' checksums ("COMPOSITE"). */
export function compositeChecksum(algorithm: ChecksumAlgorithm, parts: readonly Checksum[]): Checksum {
  const running = startChecksum(algorithm);
  parts.forEach((part) => {
    running.update(Buffer.from(part.value, 'base64'));
  });
  return { algorithm, value: `${running.digest().toString('base64')}-${parts.length}` };
}

/** The headers with an object's checksum. */
export function checksumHeaders(checksum: Checksum | undefined): Record<string, string> {
  if (!checksum) return {};
  const type = checksum.value.includes('-') ? 'COMPOSITE' : 'FULL_OBJECT';
  return { [`x-amz-checksum-${checksum.algorithm}`]: checksum.value, 'x-amz-checksum-type': type };
}

/**
 * The checksum that a request announces; the value is absent when it follows in the trailer, or when it is only to be
 * computed.
 */
export interface PromisedChecksum {
  readonly algorithm: ChecksumAlgorithm;
  readonly value?: string;
}

/**
 * Reads `x-amz-checksum-<algorithm>` and the header with the algorithm's name, from a request's headers or a form's
 * fields.
 * @throws S3Error `InvalidRequest` for more than one, or one of a wrong length
 */
export function readPromisedChecksum(headers: ReadonlyMap<string, string>): PromisedChecksum | undefined {
  const given = [...headers].flatMap(([name, value]) => {
    const [, algorithm] = /^x-amz-checksum-((?!algorithm$|mode$|type$).+)$/.exec(name) ?? [];
    return algorithm === undefined ? [] : [{ algorithm: readAlgorithm(algorithm), value }];
  });
  const [promised, ...more] = given;
  if (more.length > 0) {
    const message = 'Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.';
    throw new S3Error('InvalidRequest', message);
  }
  const [encoded = ''] = promised?.value.split('-') ?? [];
  if (
    promised &&
    Buffer.from(encoded, 'base64').length !== startChecksum(promised.algorithm).digest().length
  ) {
    throw new S3Error('InvalidRequest', `Value for x-amz-checksum-${promised.algorithm} header is invalid.`);
  }
  return promised;
}
