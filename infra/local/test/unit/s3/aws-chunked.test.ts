import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeAwsChunked } from '../../../s3/bytes/aws-chunked.ts';

async function decode(encoded: Buffer, cut = encoded.length) {
  const trailers = new Map<string, string>();
  function* cutUp() {
    for (let from = 0; from < encoded.length; from += cut) yield encoded.subarray(from, from + cut);
  }
  const chunks = [];
  for await (const chunk of decodeAwsChunked(Readable.from(cutUp()), trailers)) chunks.push(chunk);
  return { bytes: Buffer.concat(chunks), trailers };
}

function encode(chunks: readonly Uint8Array[], trailer: string): Buffer {
  const framed = chunks.flatMap((chunk) => [`${chunk.length.toString(16)}\r\n`, chunk, '\r\n']);
  return Buffer.concat([...framed, `0\r\n${trailer}\r\n\r\n`].map((part) => Buffer.from(part)));
}

describe('the aws-chunked encoding', () => {
  it('is decoded into bytes and trailer, however the network splits it', async () => {
    const chunks = fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 }), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(chunks, fc.integer({ min: 1, max: 60 }), async (parts, cut) => {
        const { bytes, trailers } = await decode(encode(parts, 'X-Amz-Checksum-Crc32: AAAAAA=='), cut);
        expect(bytes.equals(Buffer.concat(parts))).toBe(true);
        expect(trailers).toEqual(new Map([['x-amz-checksum-crc32', 'AAAAAA==']]));
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['ends early', '5\r\nhel'],
    ['has no size', 'hello\r\n0\r\n\r\n'],
    ['has a chunk longer than its size', '2\r\nhello\r\n0\r\n\r\n'],
    ['never ends its first line', '5'.repeat(20_000)],
  ])('is refused when it %s', async (_, encoded) => {
    await expect(decode(Buffer.from(encoded), 1000)).rejects.toMatchObject({ code: 'IncompleteBody' });
  });
});
