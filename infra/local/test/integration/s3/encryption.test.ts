import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { refusalOf, runS3, type RunningS3 } from '../../../testing/s3/running-s3.ts';

const keyArn = 'arn:aws:kms:eu-central-1:000000000000:key/own';
const otherKeyArn = 'arn:aws:kms:eu-central-1:000000000000:key/other';
const encryptedBy = (byDefault: object, BucketKeyEnabled?: boolean) => ({
  BucketEncryption: {
    ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: byDefault, BucketKeyEnabled }],
  },
});

let s3: RunningS3;
beforeAll(async () => {
  s3 = await runS3({
    plain: {},
    managed: encryptedBy({ SSEAlgorithm: 'AES256' }),
    keyed: encryptedBy({ SSEAlgorithm: 'aws:kms', KMSMasterKeyID: keyArn }, true),
    expensive: encryptedBy({ SSEAlgorithm: 'aws:kms', KMSMasterKeyID: keyArn }),
  });
});
afterAll(() => s3.close());

interface Shown {
  readonly ServerSideEncryption?: unknown;
  readonly SSEKMSKeyId?: unknown;
  readonly BucketKeyEnabled?: unknown;
}
const shown = ({ ServerSideEncryption, SSEKMSKeyId, BucketKeyEnabled }: Shown) => [
  ServerSideEncryption,
  SSEKMSKeyId,
  BucketKeyEnabled,
];
const aes = ['AES256', undefined, undefined];
const byKey = ['aws:kms', keyArn, true];

/** What the upload's response says, and what both reads say later. */
async function uploaded(Bucket: string, request: object = {}): Promise<unknown[]> {
  const answer = await s3.client.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'bytes', ...request }));
  const object = { Bucket, Key: 'a' };
  const head = await s3.client.send(new HeadObjectCommand(object));
  const got = await s3.client.send(new GetObjectCommand(object));
  await got.Body?.transformToByteArray();
  return [shown(answer), shown(head), shown(got)];
}

describe('An object without an encryption of its own is encrypted', () => {
  it.each([
    ['plain', aes],
    ['managed', aes],
    ['keyed', byKey],
    ['expensive', ['aws:kms', keyArn, undefined]],
  ])('as its bucket %s says', async (bucket, expected) => {
    expect(await uploaded(bucket)).toEqual([expected, expected, expected]);
  });
});

describe('The encryption of a request', () => {
  it('precedes that of the bucket', async () => {
    expect(await uploaded('keyed', { ServerSideEncryption: 'AES256' })).toEqual([aes, aes, aes]);
    const other = ['aws:kms', otherKeyArn, true];
    expect(await uploaded('keyed', { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: otherKeyArn })).toEqual([
      other,
      other,
      other,
    ]);
    const without = ['aws:kms', keyArn, undefined];
    expect(await uploaded('keyed', { ServerSideEncryption: 'aws:kms', BucketKeyEnabled: false })).toEqual([
      without,
      without,
      without,
    ]);
  });

  it('takes the key of the service where there is no other', async () => {
    const [answer] = await uploaded('plain', { ServerSideEncryption: 'aws:kms' });
    expect(answer).toEqual(['aws:kms', 'alias/aws/s3', undefined]);
  });

  it.each([{ ServerSideEncryption: 'aws:fsx' }, { ServerSideEncryption: 'AES256', SSEKMSKeyId: keyArn }])(
    'is refused where S3 does not have it: %j',
    async (request) => {
      const put = new PutObjectCommand({ Bucket: 'plain', Key: 'b', Body: '', ...(request as object) });
      expect(await refusalOf(s3.client.send(put))).toEqual({ name: 'InvalidArgument', status: 400 });
    },
  );
});

test('A copy is encrypted as its bucket says, not as its source', async () => {
  await s3.client.send(new PutObjectCommand({ Bucket: 'keyed', Key: 'source', Body: 'bytes' }));
  const copy = new CopyObjectCommand({ Bucket: 'managed', Key: 'copy', CopySource: 'keyed/source' });
  expect(shown(await s3.client.send(copy))).toEqual(aes);
  expect(shown(await s3.client.send(new HeadObjectCommand({ Bucket: 'managed', Key: 'copy' })))).toEqual(aes);
  const back = new CopyObjectCommand({ Bucket: 'keyed', Key: 'back', CopySource: 'managed/copy' });
  expect(shown(await s3.client.send(back))).toEqual(byKey);
});

test('Every step of a multipart upload shows the encryption', async () => {
  const object = { Bucket: 'keyed', Key: 'large' };
  const begun = await s3.client.send(new CreateMultipartUploadCommand(object));
  const upload = { ...object, UploadId: begun.UploadId };
  const part = await s3.client.send(new UploadPartCommand({ ...upload, PartNumber: 1, Body: 'bytes' }));
  const completed = await s3.client.send(
    new CompleteMultipartUploadCommand({
      ...upload,
      MultipartUpload: { Parts: [{ PartNumber: 1, ETag: part.ETag }] },
    }),
  );
  expect([begun, part, completed].map(shown)).toEqual([byKey, byKey, byKey]);
  expect(shown(await s3.client.send(new HeadObjectCommand(object)))).toEqual(byKey);
});

test('A form upload shows the encryption', async () => {
  const { url, fields } = await createPresignedPost(s3.client, { Bucket: 'keyed', Key: 'form' });
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob(['bytes']));
  const answer = await fetch(url, { method: 'POST', body: form });
  expect(answer.status).toBe(204);
  expect(answer.headers.get('x-amz-server-side-encryption')).toBe('aws:kms');
  expect(answer.headers.get('x-amz-server-side-encryption-aws-kms-key-id')).toBe(keyArn);
  expect(answer.headers.get('x-amz-server-side-encryption-bucket-key-enabled')).toBe('true');
});
