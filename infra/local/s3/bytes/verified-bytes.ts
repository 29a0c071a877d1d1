import { startChecksum, type Checksum, type PromisedChecksum } from './checksum.ts';
import { S3Error } from '../s3-error.ts';

/** Expectations about bytes that are still to come; absent ones are not checked. */
export interface BytesPromise {
  readonly minimum?: number;
  readonly maximum: number;
  readonly length?: number;
  /** In hex. */
  readonly sha256?: string | undefined;
  /** In base64. */
  readonly md5?: string | undefined;
  readonly checksum?: PromisedChecksum | undefined;
  /** Contains the checksum once the bytes have ended. */
  readonly trailers?: ReadonlyMap<string, string> | undefined;
}

interface ReceivedBytes {
  readonly size: number;
  /** In hex: the ETag of an upload in one request. */
  readonly md5: string;
  readonly checksum: Checksum | undefined;
}

export interface Payload {
  /** The bytes; errors are thrown while they are read, an exceeded size at the first surplus byte. */
  readonly chunks: AsyncIterable<Buffer>;
  /** Call it after the last chunk. */
  readonly received: () => ReceivedBytes;
}

/** Passes bytes through while counting and digesting them, and throws an S3Error when they do not match. */
export function verifyBytes(source: AsyncIterable<Buffer>, promise: BytesPromise): Payload {
  let received: ReceivedBytes | undefined;
  async function* pass(): AsyncGenerator<Buffer> {
    const md5 = startChecksum('md5');
    const sha256 = promise.sha256 === undefined ? undefined : startChecksum('sha256');
    const checksum = promise.checksum && startChecksum(promise.checksum.algorithm);
    let size = 0;
    for await (const chunk of source) {
      size += chunk.length;
      if (size > promise.maximum) {
        throw new S3Error('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size');
      }
      for (const running of [md5, sha256, checksum]) running?.update(chunk);
      yield chunk;
    }
    assertSize(size, promise);
    if (sha256 && sha256.digest().toString('hex') !== promise.sha256) {
      const message = 'The provided x-amz-content-sha256 header does not match what was computed.';
      throw new S3Error('XAmzContentSHA256Mismatch', message);
    }
    const digest = md5.digest();
    assertMd5(digest, promise.md5);
    received = {
      size,
      md5: digest.toString('hex'),
      checksum:
        promise.checksum && checksum && assertChecksum(checksum.digest(), promise.checksum, promise.trailers),
    };
  }
  return {
    chunks: pass(),
    received() {
      if (!received) throw new Error('The bytes have not been read to the end');
      return received;
    },
  };
}

function assertSize(size: number, { minimum = 0, length = size }: BytesPromise): void {
  if (size < minimum) {
    throw new S3Error('EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size');
  }
  if (size !== length) {
    const message = 'You did not provide the number of bytes specified by the Content-Length HTTP header';
    throw new S3Error('IncompleteBody', message);
  }
}

function assertMd5(digest: Buffer, promised: string | undefined): void {
  if (promised === undefined || promised === digest.toString('base64')) return;
  if (Buffer.from(promised, 'base64').length !== digest.length) {
    throw new S3Error('InvalidDigest', 'The Content-MD5 you specified was invalid.');
  }
  throw new S3Error('BadDigest', 'The Content-MD5 you specified did not match what we received.');
}

function assertChecksum(
  digest: Buffer,
  { algorithm, value }: PromisedChecksum,
  trailers: ReadonlyMap<string, string> | undefined,
): Checksum {
  const computed = digest.toString('base64');
  const promised = value ?? trailers?.get(`x-amz-checksum-${algorithm}`);
  if (promised === undefined && trailers) {
    throw new S3Error(
      'MalformedTrailerError',
      'The request contained trailing data that was not well-formed',
    );
  }
  if (promised !== undefined && promised !== computed) {
    const message = `The ${algorithm.toUpperCase()} you specified did not match the calculated checksum.`;
    throw new S3Error('BadDigest', message);
  }
  return { algorithm, value: computed };
}
