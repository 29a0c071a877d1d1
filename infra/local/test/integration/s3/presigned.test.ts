import { GetObjectCommand, PutObjectCommand, type S3ClientConfig } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientOf, codeOf, runS3, type RunningS3 } from '../../../testing/s3/running-s3.ts';

let s3: RunningS3;
let now = new Date();
beforeAll(async () => {
  s3 = await runS3({ files: {} }, () => now);
  await s3.client.send(new PutObjectCommand({ Bucket: 'files', Key: 'a/договор.txt', Body: 'hello' }));
  await s3.client.send(new PutObjectCommand({ Bucket: 'files', Key: 'secret.txt', Body: 'secret' }));
});
afterAll(() => s3.close());

const linkTo = (Key: string, more = {}) =>
  getSignedUrl(s3.client, new GetObjectCommand({ Bucket: 'files', Key, ...more }), { expiresIn: 300 });

describe('a presigned download', () => {
  it('returns the object with the name and type that the signer chose', async () => {
    const disposition = `attachment; filename="contract.txt"; filename*=UTF-8''%D0%B4%D0%BE%D0%B3.txt`;
    const link = await linkTo('a/договор.txt', {
      ResponseContentDisposition: disposition,
      ResponseContentType: 'application/octet-stream',
    });
    const response = await fetch(link);
    expect(response.headers.get('content-disposition')).toBe(disposition);
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(await response.text()).toBe('hello');
  });

  it('refuses a name that no HTTP header can carry', async () => {
    const response = await fetch(
      await linkTo('secret.txt', { ResponseContentDisposition: 'attachment; filename=договор' }),
    );
    expect([response.status, await codeOf(response)]).toEqual([400, 'InvalidArgument']);
  });

  it('is refused if anything in it is changed', async () => {
    const link = await linkTo('a/договор.txt');
    const changed = [
      link.replace(/X-Amz-Signature=..../, 'X-Amz-Signature=0000'),
      link.replace(/\/a\/[^?]+/, '/secret.txt'),
      link.replace('X-Amz-Expires=300', 'X-Amz-Expires=3000'),
      `${link}&response-content-type=text%2Fhtml`,
      `${link}&versionId=null`,
    ];
    for (const url of changed) expect(await codeOf(await fetch(url))).toBe('SignatureDoesNotMatch');
    expect((await fetch(link, { method: 'DELETE' })).status).toBe(403);
    expect(await codeOf(await fetch(link, { headers: { 'x-amz-meta-a': '1' } }))).toBe('AccessDenied');
  });

  it('expires', async () => {
    const link = await linkTo('a/договор.txt');
    const signedAt = now;
    now = new Date(signedAt.getTime() + 302_000);
    const response = await fetch(link);
    now = signedAt;
    expect([response.status, await codeOf(response)]).toEqual([403, 'AccessDenied']);
    expect((await fetch(link)).status).toBe(200);
  });
});

describe('a presigned upload', () => {
  const linkFor = (config: S3ClientConfig, more = {}, signableHeaders?: Set<string>) =>
    getSignedUrl(
      clientOf(s3.port, config),
      new PutObjectCommand({ Bucket: 'files', Key: 'upload', ContentType: 'text/plain', ...more }),
      { expiresIn: 300, ...(signableHeaders && { signableHeaders }) },
    );
  const upload = (link: string, body: string, type = 'text/plain') =>
    fetch(link, { method: 'PUT', body, headers: { 'content-type': type } });
  const withoutChecksum = { requestChecksumCalculation: 'WHEN_REQUIRED' } as const;

  it('stores any body if the link has no checksum', async () => {
    expect((await upload(await linkFor(withoutChecksum), 'data')).status).toBe(200);
    expect(await (await fetch(await linkTo('upload'))).text()).toBe('data');
  });

  // By default, the SDK signs the checksum of the body it has, which is none.
  it('is refused, as in S3, if the link contains the checksum of an empty body', async () => {
    const link = await linkFor({});
    expect(link).toContain('x-amz-checksum-crc32=AAAAAA');
    const response = await upload(link, 'data');
    expect([response.status, await codeOf(response)]).toEqual([400, 'BadDigest']);
  });

  it('has to match the checksum in the URL', async () => {
    const more = {
      ChecksumSHA256: 'Om6weQ85rIfJT8Yic3pZKFq4t3eUWHIMJwb3ARx4d3w=',
      ChecksumAlgorithm: 'SHA256',
    };
    const link = await linkFor(withoutChecksum, more);
    expect(await codeOf(await upload(link, 'other'))).toBe('BadDigest');
  });

  it('is refused if a signed header is changed', async () => {
    const link = await linkFor(withoutChecksum, {}, new Set(['content-type']));
    expect(await codeOf(await upload(link, 'data', 'text/html'))).toBe('SignatureDoesNotMatch');
    expect((await upload(link, 'data')).status).toBe(200);
  });
});
