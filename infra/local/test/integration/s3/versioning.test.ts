import {
  DeleteObjectCommand,
  GetObjectCommand,
  GetObjectRetentionCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutBucketVersioningCommand,
  PutObjectCommand,
  PutObjectRetentionCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientOf, refusalOf, runS3, type RunningS3 } from '../../../testing/s3/running-s3.ts';

let s3: RunningS3;
let now = new Date();
beforeAll(async () => {
  s3 = await runS3(
    {
      kept: { VersioningConfiguration: { Status: 'Enabled' } },
      plain: {},
      locked: {
        ObjectLockEnabled: true,
        ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 10 } } },
      },
    },
    () => now,
  );
});
afterAll(() => s3.close());

const put = (Bucket: string, Key: string, Body: string, more = {}) =>
  s3.client.send(new PutObjectCommand({ Bucket, Key, Body, ...more }));
const get = (Bucket: string, Key: string, VersionId?: string) =>
  s3.client.send(new GetObjectCommand({ Bucket, Key, ...(VersionId !== undefined && { VersionId }) }));
const read = async (...object: Parameters<typeof get>) => (await get(...object)).Body?.transformToString();
const erase = (Bucket: string, Key: string, VersionId?: string, more = {}) =>
  s3.client.send(
    new DeleteObjectCommand({ Bucket, Key, ...(VersionId !== undefined && { VersionId }), ...more }),
  );

describe('a bucket with versioning', () => {
  it('keeps overwritten versions, hides deleted objects, and restores them when the marker is deleted', async () => {
    const first = await put('kept', 'a', '1');
    const second = await put('kept', 'a', '2');
    expect(await read('kept', 'a', first.VersionId)).toBe('1');
    const marker = await erase('kept', 'a');
    expect(marker.DeleteMarker).toBe(true);
    expect((await refusalOf(get('kept', 'a'))).name).toBe('NoSuchKey');
    const head = s3.client.send(
      new HeadObjectCommand({ Bucket: 'kept', Key: 'a', VersionId: marker.VersionId! }),
    );
    expect((await refusalOf(head)).status).toBe(405);
    const listed = await s3.client.send(new ListObjectsV2Command({ Bucket: 'kept', Prefix: 'a' }));
    expect(listed.KeyCount).toBe(0);
    await erase('kept', 'a', marker.VersionId);
    expect(await get('kept', 'a')).toMatchObject({ VersionId: second.VersionId });
    await erase('kept', 'a', second.VersionId);
    expect(await read('kept', 'a')).toBe('1');
    expect((await refusalOf(get('kept', 'a', 'unknown'))).name).toBe('NoSuchVersion');
  });

  it('overwrites the one version without an id while versioning is suspended', async () => {
    const before = await put('plain', 'a', 'before');
    expect(before.VersionId).toBeUndefined();
    const setVersioning = (Status: 'Enabled' | 'Suspended') =>
      s3.client.send(
        new PutBucketVersioningCommand({ Bucket: 'plain', VersioningConfiguration: { Status } }),
      );
    await setVersioning('Enabled');
    const kept = await put('plain', 'a', 'kept');
    await setVersioning('Suspended');
    await put('plain', 'a', 'after');
    expect(await read('plain', 'a')).toBe('after');
    expect(await read('plain', 'a', 'null')).toBe('after');
    expect(await read('plain', 'a', kept.VersionId)).toBe('kept');
    await erase('plain', 'a');
    expect((await refusalOf(get('plain', 'a'))).name).toBe('NoSuchKey');
    expect(await read('plain', 'a', kept.VersionId)).toBe('kept');
  });
});

describe('a bucket with an object lock', () => {
  const retentionOf = async (Key: string) =>
    (await s3.client.send(new GetObjectRetentionCommand({ Bucket: 'locked', Key }))).Retention;

  it('erases no version before its retention date without a bypass', async () => {
    const { VersionId } = await put('locked', 'default', '1');
    expect((await retentionOf('default'))?.Mode).toBe('GOVERNANCE');
    expect((await refusalOf(erase('locked', 'default', VersionId))).name).toBe('AccessDenied');
    expect((await erase('locked', 'default')).DeleteMarker).toBe(true);
    expect(await read('locked', 'default', VersionId)).toBe('1');
    await erase('locked', 'default', VersionId, { BypassGovernanceRetention: true });
    expect((await refusalOf(get('locked', 'default', VersionId))).name).toBe('NoSuchVersion');
  });

  it('allows no bypass of compliance mode, and any deletion after the retention date', async () => {
    const until = new Date(now.getTime() + 86_400_000);
    const lock = { ObjectLockMode: 'COMPLIANCE', ObjectLockRetainUntilDate: until };
    const { VersionId } = await put('locked', 'invoice', '1', lock);
    expect(
      (await refusalOf(erase('locked', 'invoice', VersionId, { BypassGovernanceRetention: true }))).status,
    ).toBe(403);
    const shorter = { Mode: 'COMPLIANCE', RetainUntilDate: new Date(now.getTime() + 1000) } as const;
    const change = new PutObjectRetentionCommand({ Bucket: 'locked', Key: 'invoice', Retention: shorter });
    expect((await refusalOf(s3.client.send(change))).name).toBe('AccessDenied');
    const longer = { Mode: 'COMPLIANCE', RetainUntilDate: new Date(until.getTime() + 1000) } as const;
    await s3.client.send(
      new PutObjectRetentionCommand({ Bucket: 'locked', Key: 'invoice', Retention: longer }),
    );
    expect((await retentionOf('invoice'))?.RetainUntilDate).toEqual(longer.RetainUntilDate);
    const today = now;
    now = new Date(today.getTime() + 2 * 86_400_000);
    const late = clientOf(s3.port, { systemClockOffset: now.getTime() - Date.now() });
    await late.send(new DeleteObjectCommand({ Bucket: 'locked', Key: 'invoice', VersionId: VersionId! }));
    now = today;
    expect((await refusalOf(get('locked', 'invoice', VersionId))).name).toBe('NoSuchVersion');
  });

  it('cannot suspend versioning; a bucket without a lock accepts no retention', async () => {
    const suspend = { Bucket: 'locked', VersioningConfiguration: { Status: 'Suspended' } } as const;
    expect((await refusalOf(s3.client.send(new PutBucketVersioningCommand(suspend)))).status).toBe(409);
    const lock = { ObjectLockMode: 'COMPLIANCE', ObjectLockRetainUntilDate: new Date(now.getTime() + 1000) };
    expect((await refusalOf(put('kept', 'b', '1', lock))).name).toBe('InvalidRequest');
  });
});
