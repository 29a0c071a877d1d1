import {
  DeleteObjectsCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutObjectCommand,
  type ListObjectsV2CommandInput,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalOf, runS3, type RunningS3 } from '../../../testing/s3/running-s3.ts';

let s3: RunningS3;
beforeAll(async () => {
  s3 = await runS3({ files: {}, kept: { VersioningConfiguration: { Status: 'Enabled' } } });
});
afterAll(() => s3.close());

const put = (Key: string, Bucket = 'files') =>
  s3.client.send(new PutObjectCommand({ Bucket, Key, Body: Key }));
const list = (more: Omit<ListObjectsV2CommandInput, 'Bucket'>) =>
  s3.client.send(new ListObjectsV2Command({ Bucket: 'files', ...more }));

/** Keys and common prefixes of all pages, in the order they come. */
async function listAll(more: Omit<ListObjectsV2CommandInput, 'Bucket'>) {
  const found: string[] = [];
  let pages = 0;
  let ContinuationToken: string | undefined;
  do {
    const page = await list({ ...more, ...(ContinuationToken !== undefined && { ContinuationToken }) });
    const lines = [
      ...(page.Contents ?? []).map(({ Key }) => Key!),
      ...(page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix!),
    ];
    expect(page.KeyCount).toBe(lines.length);
    expect(page.IsTruncated).toBe(page.NextContinuationToken !== undefined);
    found.push(...lines.sort());
    ContinuationToken = page.NextContinuationToken;
    pages += 1;
  } while (ContinuationToken !== undefined);
  return { found, pages };
}

describe('a listing', () => {
  const keys = ['l/0', 'l/1', 'l/d/1', 'l/d/2', 'l/d/z', 'l/e/1', 'l/f', 'm'];
  beforeAll(() => Promise.all(keys.map((key) => put(key))));

  it('groups keys by the delimiter, once each, whatever the page size', async () => {
    for (const MaxKeys of [1, 2, 3, 1000]) {
      const { found, pages } = await listAll({ Prefix: 'l/', Delimiter: '/', MaxKeys });
      expect(found.toSorted()).toEqual(['l/0', 'l/1', 'l/d/', 'l/e/', 'l/f']);
      expect(pages).toBe(Math.ceil(5 / MaxKeys));
    }
  });

  it('finds everything without a delimiter, and starts after the given key', async () => {
    expect((await listAll({ Prefix: 'l/', MaxKeys: 2 })).found).toEqual(keys.slice(0, -1));
    expect((await listAll({ StartAfter: 'l/d/2' })).found).toEqual(['l/d/z', 'l/e/1', 'l/f', 'm']);
    expect((await listAll({ StartAfter: 'l/d/1', Prefix: 'l/', Delimiter: '/' })).found).toEqual(
      ['l/f', 'l/d/', 'l/e/'].sort(),
    );
  });

  it('can be empty, or have a limit of zero', async () => {
    expect(await list({ Prefix: 'none/' })).toMatchObject({ KeyCount: 0, IsTruncated: false });
    expect(await list({ MaxKeys: 0 })).toMatchObject({ KeyCount: 0, IsTruncated: false });
  });

  it('is sorted by UTF-8 bytes, so that an emoji follows every letter', async () => {
    const odd = ['o/\uFF5E', 'o/😀', 'o/Я', 'o/z', 'o/\u0000'];
    for (const key of odd) await put(key);
    const page = await list({ Prefix: 'o/' });
    expect(page.Contents?.map(({ Key }) => Key)).toEqual(['o/\u0000', 'o/z', 'o/Я', 'o/\uFF5E', 'o/😀']);
    const encoded = await list({ Prefix: 'o/Я', EncodingType: 'url' });
    expect(encoded.Contents?.[0]?.Key).toBe('o/%D0%AF');
  });

  it('refuses an invalid token or size', async () => {
    expect((await refusalOf(list({ ContinuationToken: '%%' }))).name).toBe('InvalidArgument');
    expect((await refusalOf(list({ MaxKeys: -1 }))).name).toBe('InvalidArgument');
  });
});

describe('a listing of versions', () => {
  it('contains every version and marker, the newest of a key first, on several pages', async () => {
    await put('a', 'kept');
    await put('b', 'kept');
    await put('a', 'kept');
    const Delete = { Objects: [{ Key: 'a' }] };
    const deletion = await s3.client.send(new DeleteObjectsCommand({ Bucket: 'kept', Delete }));
    expect(deletion.Deleted?.[0]).toMatchObject({ Key: 'a', DeleteMarker: true });
    const found: string[] = [];
    let markers = {};
    for (let isTruncated = true; isTruncated;) {
      const page = await s3.client.send(
        new ListObjectVersionsCommand({ Bucket: 'kept', MaxKeys: 1, ...markers }),
      );
      for (const { Key, IsLatest } of page.Versions ?? [])
        found.push(`${Key!} ${IsLatest ? 'latest' : 'older'}`);
      for (const { Key, IsLatest } of page.DeleteMarkers ?? [])
        found.push(`${Key!} marker ${IsLatest ? 'latest' : ''}`);
      markers = { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker };
      isTruncated = page.IsTruncated ?? false;
    }
    expect(found).toEqual(['a marker latest', 'a older', 'a older', 'b latest']);
  });
});
