import { decodeAwsChunked } from './aws-chunked.ts';
import { readAlgorithm, readPromisedChecksum, type PromisedChecksum } from './checksum.ts';
import type { S3Request } from '../request.ts';
import { notImplemented, S3Error } from '../s3-error.ts';
import { verifyBytes, type Payload } from './verified-bytes.ts';

/** Maximum size of an upload in one request; larger ones need parts. */
export const maxUploadBytes = 5 * 1024 ** 3;
const maxDocumentBytes = 4 * 1024 ** 2;
const trailingChecksum = 'STREAMING-UNSIGNED-PAYLOAD-TRAILER';

/** The decoded bytes of an upload, verified against everything that the headers announce. */
export function openPayload(request: S3Request): Payload {
  return open(request, maxUploadBytes, readPromise(request.headers));
}

/** A request's XML document; set `ignoresChecksum` if the checksum header refers to something else. */
export async function readDocument(request: S3Request, { ignoresChecksum = false } = {}): Promise<string> {
  const promise = ignoresChecksum ? undefined : readPromise(request.headers);
  const payload = open(request, maxDocumentBytes, promise);
  const chunks = [];
  for await (const chunk of payload.chunks) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function open(
  { headers, stream }: S3Request,
  maximum: number,
  checksum: PromisedChecksum | undefined,
): Payload {
  const contentHash = headers.get('x-amz-content-sha256') ?? 'UNSIGNED-PAYLOAD';
  const isHash = /^[0-9a-f]{64}$/.test(contentHash);
  const isTrailing = contentHash === trailingChecksum;
  if (contentHash.startsWith('STREAMING-') && !isTrailing) {
    throw notImplemented(`x-amz-content-sha256: ${contentHash}`);
  }
  if (!isHash && !isTrailing && contentHash !== 'UNSIGNED-PAYLOAD') {
    throw new S3Error(
      'InvalidArgument',
      'x-amz-content-sha256 must be UNSIGNED-PAYLOAD or a valid sha256 value.',
    );
  }
  // The SDK sends streams with `Transfer-Encoding: chunked`, and their length in the second header.
  const length = headers.get(isTrailing ? 'x-amz-decoded-content-length' : 'content-length');
  if (length === undefined) {
    throw new S3Error('MissingContentLength', 'You must provide the Content-Length HTTP header.');
  }
  const trailers = new Map<string, string>();
  return verifyBytes(isTrailing ? decodeAwsChunked(stream, trailers) : stream, {
    maximum,
    length: Number(length),
    sha256: isHash ? contentHash : undefined,
    md5: headers.get('content-md5'),
    checksum,
    trailers: headers.has('x-amz-trailer') ? trailers : undefined,
  });
}

/** The announced checksum, or the announcement by `x-amz-trailer` that it comes last. */
function readPromise(headers: ReadonlyMap<string, string>): PromisedChecksum | undefined {
  const promised = readPromisedChecksum(headers);
  const trailer = headers.get('x-amz-trailer');
  if (promised || trailer !== undefined) {
    return promised ?? { algorithm: readAlgorithm((trailer ?? '').replace(/^x-amz-checksum-/, '')) };
  }
  if (headers.has('x-amz-sdk-checksum-algorithm')) {
    const message =
      'x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.';
    throw new S3Error('InvalidRequest', message);
  }
  return undefined;
}
