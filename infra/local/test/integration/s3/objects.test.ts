import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  DeleteObjectTaggingCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
  type PutObjectCommandInput,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientOf, refusalOf, runS3, type RunningS3 } from '../../../testing/s3/running-s3.ts';

let s3: RunningS3;
beforeAll(async () => {
  s3 = await runS3({ files: {} });
});
afterAll(() => s3.close());

const put = (
  Key: string,
  Body: NonNullable<PutObjectCommandInput['Body']>,
  more: Omit<PutObjectCommandInput, 'Bucket' | 'Key' | 'Body'> = {},
) => s3.client.send(new PutObjectCommand({ Bucket: 'files', Key, Body, ...more }));
const get = (Key: string, more = {}) =>
  s3.client.send(new GetObjectCommand({ Bucket: 'files', Key, ...more }));
const read = async (Key: string) => (await get(Key)).Body?.transformToString();

describe('an object', () => {
  it('is returned with its bytes, headers, metadata and checksum', async () => {
    const described = {
      ContentType: 'text/plain; charset=utf-8',
      CacheControl: 'no-store',
      ContentDisposition: 'inline',
      ContentLanguage: 'ru',
      Metadata: { kind: 'contract' },
    };
    const stored = await put('described', 'Договор', described);
    const found = await get('described');
    expect(found).toMatchObject({
      ...described,
      ContentLength: 14,
      ETag: stored.ETag,
      ChecksumCRC32: stored.ChecksumCRC32,
    });
    expect(stored.ETag).toBe(`"${createHash('md5').update('Договор').digest('hex')}"`);
    expect(await found.Body?.transformToString()).toBe('Договор');
  });

  it('may have any key up to 1024 bytes, since a key is not a path', async () => {
    const keys = [
      '../../etc/passwd',
      'a//b/./c/..',
      'счёт № 7 😀+%2F&=?#.pdf',
      'line\r\nend',
      '\u0000',
      'ш'.repeat(512),
    ];
    for (const key of keys) await put(key, key);
    for (const key of keys) expect(await read(key)).toBe(key);
    expect((await refusalOf(put('ш'.repeat(513), ''))).name).toBe('KeyTooLongError');
  });

  it('can be empty', async () => {
    await put('empty', '');
    expect(await read('empty')).toBe('');
    expect((await refusalOf(get('empty', { Range: 'bytes=0-' }))).name).toBe('InvalidRange');
  });

  it('can be a stream, which the SDK sends in chunks with a trailing checksum', async () => {
    const bytes = Buffer.alloc(300_000, 'z');
    const Body = Readable.from([bytes.subarray(0, 100_000), bytes.subarray(100_000)]);
    const stored = await put('stream', Body, { ContentLength: bytes.length, ChecksumAlgorithm: 'SHA256' });
    expect(stored.ChecksumSHA256).toBe(createHash('sha256').update(bytes).digest('base64'));
    const found = await get('stream', { ChecksumMode: 'ENABLED' });
    expect(found.ContentEncoding).toBeUndefined();
    expect(Buffer.from(await found.Body!.transformToByteArray()).equals(bytes)).toBe(true);
  });

  it('is refused when its bytes do not match a checksum or Content-MD5, and leaves nothing behind', async () => {
    const before = s3.blobs().length;
    const wrong = createHash('sha256').update('other').digest('base64');
    expect(await refusalOf(put('wrong', 'bytes', { ChecksumSHA256: wrong }))).toEqual({
      name: 'BadDigest',
      status: 400,
    });
    const md5 = createHash('md5').update('other').digest('base64');
    expect((await refusalOf(put('wrong', 'bytes', { ContentMD5: md5 }))).name).toBe('BadDigest');
    expect((await refusalOf(put('wrong', 'bytes', { ContentMD5: 'AAAA' }))).name).toBe('InvalidDigest');
    expect((await refusalOf(get('wrong'))).name).toBe('NoSuchKey');
    expect(s3.blobs()).toHaveLength(before);
  });

  it('replaces the previous one, whose bytes are removed', async () => {
    await put('replaced', 'first');
    const before = s3.blobs().length;
    await put('replaced', 'second');
    expect(await read('replaced')).toBe('second');
    expect(s3.blobs()).toHaveLength(before);
  });

  it('is read in parts', async () => {
    await put('digits', '0123456789');
    const part = await get('digits', { Range: 'bytes=2-4' });
    expect(part).toMatchObject({ ContentRange: 'bytes 2-4/10', ContentLength: 3 });
    expect(await part.Body?.transformToString()).toBe('234');
    expect(await (await get('digits', { Range: 'bytes=-3' })).Body?.transformToString()).toBe('789');
  });

  it('that does not exist causes the errors that the SDK expects', async () => {
    expect(await refusalOf(get('missing'))).toEqual({ name: 'NoSuchKey', status: 404 });
    const head = s3.client.send(new HeadObjectCommand({ Bucket: 'files', Key: 'missing' }));
    expect(await refusalOf(head)).toEqual({ name: 'NotFound', status: 404 });
    const elsewhere = s3.client.send(new GetObjectCommand({ Bucket: 'nowhere', Key: 'missing' }));
    expect((await refusalOf(elsewhere)).name).toBe('NoSuchBucket');
  });
});

describe('a conditional request', () => {
  it('creates an object once among concurrent ones', async () => {
    const attempts = await Promise.allSettled(
      Array.from({ length: 8 }, (_, index) => put('once', String(index), { IfNoneMatch: '*' })),
    );
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [refused] = attempts.filter((attempt) => attempt.status === 'rejected');
    expect(refused?.reason).toMatchObject({ name: 'PreconditionFailed', $metadata: { httpStatusCode: 412 } });
  });

  it('changes or deletes only the object with the given ETag', async () => {
    const { ETag } = await put('seen', '1');
    await put('seen', '2', { IfMatch: ETag! });
    expect((await refusalOf(put('seen', '3', { IfMatch: ETag! }))).status).toBe(412);
    expect((await refusalOf(put('unseen', '3', { IfMatch: ETag! }))).status).toBe(404);
    const erase = new DeleteObjectCommand({ Bucket: 'files', Key: 'seen', IfMatch: ETag! });
    expect((await refusalOf(s3.client.send(erase))).status).toBe(412);
    expect(await read('seen')).toBe('2');
  });

  it('reads a changed object, and gets 304 for an unchanged one', async () => {
    const { ETag } = await put('known', '1');
    const later = new Date(Date.now() + 60_000);
    expect((await refusalOf(get('known', { IfNoneMatch: ETag }))).status).toBe(304);
    expect((await refusalOf(get('known', { IfModifiedSince: later }))).status).toBe(304);
    expect((await refusalOf(get('known', { IfMatch: '"other"' }))).status).toBe(412);
    expect((await refusalOf(get('known', { IfUnmodifiedSince: new Date(0) }))).status).toBe(412);
    expect((await get('known', { IfNoneMatch: '"other"', IfModifiedSince: later })).ETag).toBe(ETag);
  });
});

describe('a copy', () => {
  it('keeps headers and tags, and its bytes when the source is deleted', async () => {
    await put('source ä', 'text', {
      ContentType: 'text/plain',
      Tagging: 'scan=clean',
      ChecksumAlgorithm: 'SHA256',
    });
    const CopySource = `files/${encodeURIComponent('source ä')}`;
    await s3.client.send(new CopyObjectCommand({ Bucket: 'files', Key: 'copy', CopySource }));
    await s3.client.send(new DeleteObjectCommand({ Bucket: 'files', Key: 'source ä' }));
    const copy = await get('copy', { ChecksumMode: 'ENABLED' });
    expect(copy).toMatchObject({ ContentType: 'text/plain', TagCount: 1 });
    expect(copy.ChecksumSHA256).toBe(createHash('sha256').update('text').digest('base64'));
    expect(await copy.Body?.transformToString()).toBe('text');
  });

  it('replaces metadata on request, also onto itself, and refuses to change nothing', async () => {
    await put('itself', 'text', { Metadata: { a: '1' } });
    const onto = { Bucket: 'files', Key: 'itself', CopySource: 'files/itself' };
    expect((await refusalOf(s3.client.send(new CopyObjectCommand(onto)))).name).toBe('InvalidRequest');
    const replace = { ...onto, MetadataDirective: 'REPLACE', Metadata: { b: '2' } } as const;
    await s3.client.send(new CopyObjectCommand(replace));
    expect((await get('itself')).Metadata).toEqual({ b: '2' });
    expect(await read('itself')).toBe('text');
  });
});

describe('tags', () => {
  it('are put, read, counted and deleted', async () => {
    const object = { Bucket: 'files', Key: 'tagged' };
    await put('tagged', 'x', { Tagging: 'a=1&b=%D1%8F' });
    const tags = async () => (await s3.client.send(new GetObjectTaggingCommand(object))).TagSet;
    expect(await tags()).toEqual([
      { Key: 'a', Value: '1' },
      { Key: 'b', Value: 'я' },
    ]);
    const TagSet = [{ Key: 'scan', Value: 'clean & "safe"' }];
    await s3.client.send(new PutObjectTaggingCommand({ ...object, Tagging: { TagSet } }));
    expect(await tags()).toEqual(TagSet);
    expect((await s3.client.send(new HeadObjectCommand(object))).TagCount).toBe(1);
    await s3.client.send(new DeleteObjectTaggingCommand(object));
    expect(await tags()).toEqual([]);
  });

  it('are at most ten, each key once', async () => {
    const eleven = Array.from({ length: 11 }, (_, index) => `k${index}=v`).join('&');
    expect((await refusalOf(put('tagged', 'x', { Tagging: eleven }))).status).toBe(400);
    expect((await refusalOf(put('tagged', 'x', { Tagging: 'a=1&a=2' }))).name).toBe('InvalidTag');
  });
});

describe('a deletion', () => {
  it('of many has a result for each of them, including missing ones', async () => {
    await put('gone/1', 'x');
    await put('gone/2 & <more>', 'x');
    const Objects = [{ Key: 'gone/1' }, { Key: 'gone/2 & <more>' }, { Key: 'gone/3' }];
    const deletion = await s3.client.send(new DeleteObjectsCommand({ Bucket: 'files', Delete: { Objects } }));
    expect(deletion.Deleted?.map(({ Key }) => Key)).toEqual(Objects.map(({ Key }) => Key));
    expect((await refusalOf(get('gone/2 & <more>'))).name).toBe('NoSuchKey');
  });
});

describe('a signature', () => {
  it('is required for everything, by a known key and for this region', async () => {
    const anonymous = await fetch(`${s3.endpoint}/files/described`);
    expect(anonymous.status).toBe(403);
    expect((await fetch(`${s3.endpoint}/files/anonymous`, { method: 'PUT', body: 'x' })).status).toBe(403);
    expect((await fetch(s3.endpoint)).status).toBe(403);
    const asked = new GetObjectCommand({ Bucket: 'files', Key: 'described' });
    const wrongSecret = { credentials: { accessKeyId: 'local', secretAccessKey: 'wrong' } };
    expect((await refusalOf(clientOf(s3.port, wrongSecret).send(asked))).name).toBe('SignatureDoesNotMatch');
    const unknown = { credentials: { accessKeyId: 'unknown', secretAccessKey: 'local-secret' } };
    expect((await refusalOf(clientOf(s3.port, unknown).send(asked))).name).toBe('InvalidAccessKeyId');
    const elsewhere = clientOf(s3.port, { region: 'us-west-2' });
    expect((await refusalOf(elsewhere.send(asked))).name).toBe('AuthorizationHeaderMalformed');
  });
});
