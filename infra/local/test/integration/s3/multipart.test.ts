import { createHash } from 'node:crypto';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  UploadPartCommand,
  type CompletedPart,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalOf, runS3, type RunningS3 } from '../../../testing/s3/running-s3.ts';

const partBytes = 5 * 1024 ** 2;

let s3: RunningS3;
beforeAll(async () => {
  s3 = await runS3({ traffic: {} });
});
afterAll(() => s3.close());

const begin = async (Key: string) =>
  (await s3.client.send(new CreateMultipartUploadCommand({ Bucket: 'traffic', Key }))).UploadId!;
const sendPart = async (
  Key: string,
  UploadId: string,
  PartNumber: number,
  Body: string | Buffer,
): Promise<CompletedPart> => {
  const part = await s3.client.send(
    new UploadPartCommand({ Bucket: 'traffic', Key, UploadId, PartNumber, Body }),
  );
  return { PartNumber, ETag: part.ETag! };
};
const complete = (Key: string, UploadId: string, Parts: CompletedPart[], more = {}) =>
  s3.client.send(
    new CompleteMultipartUploadCommand({
      Bucket: 'traffic',
      Key,
      UploadId,
      MultipartUpload: { Parts },
      ...more,
    }),
  );

describe('an upload in parts', () => {
  it('becomes one object, with the ETag and checksum of its parts', async () => {
    const bytes = Buffer.alloc(partBytes + 1000);
    for (let at = 0; at < bytes.length - 4; at += 4096) bytes.writeUInt32LE(at, at);
    const params = {
      Bucket: 'traffic',
      Key: 'calls.parquet',
      Body: bytes,
      ContentType: 'application/parquet',
    };
    const stored = await new Upload({ client: s3.client, params, partSize: partBytes }).done();
    const md5 = (part: Buffer) => createHash('md5').update(part).digest();
    const halves = Buffer.concat([md5(bytes.subarray(0, partBytes)), md5(bytes.subarray(partBytes))]);
    expect(stored.ETag).toBe(`"${md5(halves).toString('hex')}-2"`);
    expect(stored.ChecksumCRC32).toMatch(/-2$/);
    const found = await s3.client.send(new GetObjectCommand({ Bucket: 'traffic', Key: 'calls.parquet' }));
    expect(found.ContentType).toBe('application/parquet');
    expect(bytes.equals(await found.Body!.transformToByteArray())).toBe(true);
    expect(s3.blobs()).toHaveLength(1);
  });

  it('uses the last upload of a part number, and omits unlisted parts', async () => {
    const id = await begin('resent');
    await sendPart('resent', id, 7, 'first');
    const part = await sendPart('resent', id, 7, 'second');
    await sendPart('resent', id, 8, 'not listed');
    const before = s3.blobs().length;
    await complete('resent', id, [part]);
    const found = await s3.client.send(new GetObjectCommand({ Bucket: 'traffic', Key: 'resent' }));
    expect(await found.Body?.transformToString()).toBe('second');
    expect(s3.blobs()).toHaveLength(before - 1);
    expect((await refusalOf(complete('resent', id, [part]))).name).toBe('NoSuchUpload');
  });

  it('is refused when parts are unknown, out of order, or too small', async () => {
    const id = await begin('refused');
    const [one, two] = [await sendPart('refused', id, 1, 'a'), await sendPart('refused', id, 2, 'b')];
    const outcome = async (parts: CompletedPart[]) => (await refusalOf(complete('refused', id, parts))).name;
    expect(await outcome([one, { PartNumber: 3, ETag: two.ETag! }])).toBe('InvalidPart');
    expect(await outcome([{ PartNumber: 1, ETag: '"other"' }])).toBe('InvalidPart');
    expect(await outcome([two, one])).toBe('InvalidPartOrder');
    expect(await outcome([one, two])).toBe('EntityTooSmall');
    expect((await refusalOf(sendPart('refused', id, 0, 'a'))).name).toBe('InvalidArgument');
    expect((await refusalOf(sendPart('another key', id, 1, 'a'))).name).toBe('NoSuchUpload');
  });

  it('can be conditional, and is completed once among concurrent requests', async () => {
    const id = await begin('once');
    const part = await sendPart('once', id, 1, 'a');
    const attempts = await Promise.allSettled([1, 2, 3].map(() => complete('once', id, [part])));
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const again = await begin('once');
    const parts = [await sendPart('once', again, 1, 'b')];
    expect((await refusalOf(complete('once', again, parts, { IfNoneMatch: '*' }))).status).toBe(412);
  });

  it('leaves nothing when it is aborted', async () => {
    const before = s3.blobs();
    const id = await begin('aborted');
    await sendPart('aborted', id, 1, 'a');
    await s3.client.send(
      new AbortMultipartUploadCommand({ Bucket: 'traffic', Key: 'aborted', UploadId: id }),
    );
    expect(s3.blobs()).toEqual(before);
    expect((await refusalOf(sendPart('aborted', id, 2, 'b'))).name).toBe('NoSuchUpload');
  });
});
