import { S3Error } from '../s3-error.ts';

const maxLineBytes = 8192;

/**
 * Decodes the `aws-chunked` content encoding, whose chunks are `<size in hex>[;…]\r\n<bytes>\r\n`, ended by a chunk
 * of size 0 and trailing headers; those are added to `trailers`, by lower-case name, at the end. Source: "Signature
 * calculations: transferring payload in multiple chunks with trailing headers", S3 API reference.
 * @throws S3Error `IncompleteBody`
 */
export async function* decodeAwsChunked(
  source: AsyncIterable<Buffer>,
  trailers: Map<string, string>,
): AsyncGenerator<Buffer> {
  const reader = readFrom(source);
  for (let size = await readChunkSize(reader); size > 0; size = await readChunkSize(reader)) {
    for (let left = size; left > 0;) {
      const bytes = await reader.atMost(left);
      left -= bytes.length;
      yield bytes;
    }
    if ((await reader.line()) !== '') throw incomplete();
  }
  for (let line = await reader.line(); line !== ''; line = await reader.line()) {
    const [name = '', ...value] = line.split(':');
    trailers.set(name.trim().toLowerCase(), value.join(':').trim());
  }
}

interface Reader {
  /** The next line without its line break. */
  line(): Promise<string>;
  /** One byte or more, up to `limit`. */
  atMost(limit: number): Promise<Buffer>;
}

async function readChunkSize(reader: Reader): Promise<number> {
  const [, size] = /^([0-9a-f]{1,8})(?:;.*)?$/i.exec(await reader.line()) ?? [];
  if (size === undefined) throw incomplete();
  return Number.parseInt(size, 16);
}

function readFrom(source: AsyncIterable<Buffer>): Reader {
  const iterator = source[Symbol.asyncIterator]();
  let pending: Buffer = Buffer.alloc(0);
  const more = async (): Promise<void> => {
    const next = await iterator.next();
    if (next.done === true) throw incomplete();
    pending = pending.length === 0 ? next.value : Buffer.concat([pending, next.value]);
  };
  const take = (length: number): Buffer => {
    const taken = pending.subarray(0, length);
    pending = pending.subarray(length);
    return taken;
  };
  return {
    async line() {
      let end = pending.indexOf('\r\n');
      while (end < 0) {
        if (pending.length > maxLineBytes) throw incomplete();
        await more();
        end = pending.indexOf('\r\n');
      }
      return take(end + 2)
        .subarray(0, end)
        .toString('latin1');
    },
    async atMost(limit) {
      if (pending.length === 0) await more();
      return take(limit);
    },
  };
}

function incomplete(): S3Error {
  return new S3Error(
    'IncompleteBody',
    'You did not provide the number of bytes specified by the Content-Length HTTP header',
  );
}
