import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  GetBucketAclCommand,
  GetBucketCorsCommand,
  GetBucketLocationCommand,
  GetBucketNotificationConfigurationCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  GetObjectTorrentCommand,
  HeadBucketCommand,
  ListBucketsCommand,
  ListObjectsCommand,
  PutBucketCorsCommand,
  PutBucketLifecycleConfigurationCommand,
  PutBucketNotificationConfigurationCommand,
  PutObjectAclCommand,
  PutObjectCommand,
  UploadPartCopyCommand,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { refusalOf, runS3, type RunningS3 } from '../../../testing/s3/running-s3.ts';

let s3: RunningS3;
const app = 'https://app.example';
beforeAll(async () => {
  const CorsRules = [{ AllowedOrigins: [app], AllowedMethods: ['GET', 'POST'], AllowedHeaders: ['*'] }];
  s3 = await runS3({
    documents: { VersioningConfiguration: { Status: 'Enabled' }, CorsConfiguration: { CorsRules } },
  });
});
afterAll(() => s3.close());

const Bucket = 'documents';

describe('a bucket', () => {
  it('of the template exists, with its configuration', async () => {
    expect((await s3.client.send(new ListBucketsCommand({}))).Buckets?.map(({ Name }) => Name)).toEqual([
      Bucket,
    ]);
    expect(await s3.client.send(new HeadBucketCommand({ Bucket }))).toMatchObject({
      BucketRegion: 'eu-central-1',
    });
    expect((await s3.client.send(new GetBucketVersioningCommand({ Bucket }))).Status).toBe('Enabled');
    const location = await s3.client.send(new GetBucketLocationCommand({ Bucket }));
    expect(location.LocationConstraint).toBe('eu-central-1');
    const cors = await s3.client.send(new GetBucketCorsCommand({ Bucket }));
    expect(cors.CORSRules?.[0]?.AllowedOrigins).toEqual([app]);
  });

  it('can be created once, and deleted when it is empty', async () => {
    const own = { Bucket: 'own' };
    const create = (Bucket: string) => s3.client.send(new CreateBucketCommand({ Bucket }));
    await create('own');
    expect((await refusalOf(create('own'))).name).toBe('BucketAlreadyOwnedByYou');
    expect((await refusalOf(create('Not_A_Host'))).name).toBe('InvalidBucketName');
    await s3.client.send(new PutObjectCommand({ ...own, Key: 'a', Body: 'a' }));
    expect((await refusalOf(s3.client.send(new DeleteBucketCommand(own)))).name).toBe('BucketNotEmpty');
    await s3.client.send(new DeleteObjectCommand({ ...own, Key: 'a' }));
    await s3.client.send(new DeleteBucketCommand(own));
    expect((await refusalOf(s3.client.send(new HeadBucketCommand(own)))).status).toBe(404);
  });

  it('can notify EventBridge only', async () => {
    const notify = (NotificationConfiguration: object) =>
      s3.client.send(new PutBucketNotificationConfigurationCommand({ Bucket, NotificationConfiguration }));
    const current = () => s3.client.send(new GetBucketNotificationConfigurationCommand({ Bucket }));
    await notify({ EventBridgeConfiguration: {} });
    expect((await current()).EventBridgeConfiguration).toBeDefined();
    await notify({});
    expect((await current()).EventBridgeConfiguration).toBeUndefined();
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    const QueueConfigurations = [
      { QueueArn: 'arn:aws:sqs:eu-central-1:0:q', Events: ['s3:ObjectCreated:*'] },
    ];
    expect(await refusalOf(notify({ QueueConfigurations }))).toEqual({ name: 'NotImplemented', status: 501 });
  });
});

describe("the browser's view of a bucket", () => {
  const preflight = (origin: string) =>
    fetch(`${s3.endpoint}/${Bucket}`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });

  it("follows the bucket's rules, also for errors", async () => {
    const allowed = await preflight(app);
    expect([allowed.status, allowed.headers.get('access-control-allow-origin')]).toEqual([200, app]);
    expect((await preflight('https://evil.test')).status).toBe(403);
    await s3.client.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'a' }));
    const link = await getSignedUrl(s3.client, new GetObjectCommand({ Bucket, Key: 'a' }));
    const originOf = async (url: string, origin: string) =>
      (await fetch(url, { headers: { origin } })).headers.get('access-control-allow-origin');
    expect(await originOf(link, app)).toBe(app);
    expect(await originOf(link, 'https://evil.test')).toBeNull();
    expect(await originOf(`${s3.endpoint}/${Bucket}/a`, app)).toBe(app);
  });

  it('changes with its rules', async () => {
    const CORSRules = [
      { AllowedOrigins: ['https://*.example'], AllowedMethods: ['POST'], AllowedHeaders: ['*'] },
    ];
    await s3.client.send(new PutBucketCorsCommand({ Bucket, CORSConfiguration: { CORSRules } }));
    expect((await preflight('https://other.example')).status).toBe(200);
  });
});

describe('an unsupported operation', () => {
  afterEach(() => vi.restoreAllMocks());

  const object = { Bucket, Key: 'a' };
  it.each([
    ['an ACL', () => s3.client.send(new GetBucketAclCommand({ Bucket }))],
    ['an ACL of an object', () => s3.client.send(new PutObjectAclCommand({ ...object, ACL: 'private' }))],
    ['a lifecycle', () => s3.client.send(new PutBucketLifecycleConfigurationCommand({ Bucket }))],
    ['the first version of listing', () => s3.client.send(new ListObjectsCommand({ Bucket }))],
    ['a torrent', () => s3.client.send(new GetObjectTorrentCommand(object))],
    [
      'a part copied from an object',
      () =>
        s3.client.send(
          new UploadPartCopyCommand({ ...object, UploadId: '1', PartNumber: 1, CopySource: 'documents/a' }),
        ),
    ],
    [
      'a redirect',
      () => s3.client.send(new PutObjectCommand({ ...object, Body: 'a', WebsiteRedirectLocation: '/b' })),
    ],
    [
      'an exotic checksum',
      () => s3.client.send(new PutObjectCommand({ ...object, Body: 'a', ChecksumCRC64NVME: 'AAAAAAAAAAA=' })),
    ],
  ])('is refused and logged: %s', async (_, ask) => {
    const said = vi.spyOn(console, 'error').mockReturnValue(undefined);
    expect(await refusalOf(ask())).toEqual({ name: 'NotImplemented', status: 501 });
    expect(said).toHaveBeenCalledWith(expect.stringContaining('does not implement'), '');
  });
});
