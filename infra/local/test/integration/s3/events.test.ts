import {
  CopyObjectCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runS3, type RunningS3 } from '../../../testing/s3/running-s3.ts';

const NotificationConfiguration = { EventBridgeConfiguration: { EventBridgeEnabled: true } };

let s3: RunningS3;
beforeAll(async () => {
  s3 = await runS3({
    documents: { NotificationConfiguration, VersioningConfiguration: { Status: 'Enabled' } },
    applications: { NotificationConfiguration },
    silent: {},
  });
});
afterAll(() => s3.close());

const put = (Bucket: string, Key: string) =>
  s3.client.send(new PutObjectCommand({ Bucket, Key, Body: 'hello' }));

describe('an event', () => {
  it('for a new object has the format of EventBridge', async () => {
    const { VersionId } = await put('documents', 'quarantine/счёт 1.pdf');
    await vi.waitFor(
      () => {
        expect(s3.events).toHaveLength(1);
      },
      { timeout: 15_000 },
    );
    const text = expect.any(String) as string;
    expect(s3.events[0]).toEqual({
      version: '0',
      id: text,
      'detail-type': 'Object Created',
      source: 'aws.s3',
      account: '000000000000',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) as string,
      region: 'eu-central-1',
      resources: ['arn:aws:s3:::documents'],
      detail: {
        version: '0',
        bucket: { name: 'documents' },
        object: {
          key: 'quarantine/счёт 1.pdf',
          size: 5,
          etag: '5d41402abc4b2a76b9719d911017c592',
          'version-id': VersionId,
          sequencer: text,
        },
        'request-id': text,
        requester: '000000000000',
        'source-ip-address': '127.0.0.1',
        reason: 'PutObject',
      },
    });
  });

  it('is sent for copies and deletions in order, but not for refused requests', async () => {
    s3.events.length = 0;
    await put('applications', 'a');
    await s3.client.send(
      new CopyObjectCommand({ Bucket: 'documents', Key: 'b', CopySource: 'applications/a' }),
    );
    await s3.client.send(new DeleteObjectCommand({ Bucket: 'documents', Key: 'b' }));
    await put('silent', 'a');
    const wrong = new PutObjectCommand({
      Bucket: 'applications',
      Key: 'wrong',
      Body: 'a',
      ContentMD5: 'AAAA',
    });
    await expect(s3.client.send(wrong)).rejects.toThrow();
    const Delete = { Objects: [{ Key: 'a' }, { Key: 'never was' }] };
    await s3.client.send(new DeleteObjectsCommand({ Bucket: 'applications', Delete }));
    await vi.waitFor(
      () => {
        expect(s3.events).toHaveLength(4);
      },
      { timeout: 15_000 },
    );
    expect(
      s3.events.map(({ detail }) => [
        detail.reason,
        detail['deletion-type'],
        detail.bucket.name,
        detail.object.key,
      ]),
    ).toEqual([
      ['PutObject', undefined, 'applications', 'a'],
      ['CopyObject', undefined, 'documents', 'b'],
      ['DeleteObject', 'Delete Marker Created', 'documents', 'b'],
      ['DeleteObject', 'Permanently Deleted', 'applications', 'a'],
    ]);
    const sequencers = s3.events.map(({ detail }) => detail.object.sequencer);
    expect(sequencers.slice(0, 3)).toEqual(sequencers.slice(0, 3).toSorted());
  });
});
