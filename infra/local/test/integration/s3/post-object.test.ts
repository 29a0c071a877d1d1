import { createHash } from 'node:crypto';
import net from 'node:net';
import { GetObjectCommand, HeadObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost, type PresignedPostOptions } from '@aws-sdk/s3-presigned-post';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { clientOf, codeOf, runS3, type RunningS3 } from '../../../testing/s3/running-s3.ts';

let s3: RunningS3;
let now = new Date();
beforeAll(async () => {
  s3 = await runS3({ documents: {} }, () => now);
});
afterAll(() => s3.close());

const content = 'Договор № 7';
const sha256 = (text: string) => createHash('sha256').update(text).digest('base64');

const presign = (client: S3Client, options: PresignedPostOptions) => createPresignedPost(client, options);

/** As an application authorises an upload: exactly this size, type, key and checksum. */
const authorize = (more: Partial<PresignedPostOptions> = {}) =>
  presign(s3.client, {
    Bucket: 'documents',
    Key: 'quarantine/1',
    Conditions: [['content-length-range', 20, 20]],
    Fields: { 'Content-Type': 'application/pdf', 'x-amz-checksum-sha256': sha256(content) },
    Expires: 300,
    ...more,
  });

interface Upload {
  url: string;
  fields: Record<string, string>;
}

function send(
  { url, fields }: Upload,
  file: string,
  change: Record<string, string | undefined> = {},
  name = 'a.pdf',
) {
  const form = new FormData();
  for (const [field, value] of Object.entries({ ...fields, ...change })) {
    if (value !== undefined) form.append(field, value);
  }
  form.append('file', new Blob([file], { type: 'text/html' }), name);
  return fetch(url, { method: 'POST', body: form });
}

const outcomeOf = async (sent: Promise<Response>) => {
  const response = await sent;
  return `${response.status} ${(await codeOf(response)) ?? ''}`;
};
const head = (Key: string) =>
  s3.client.send(new HeadObjectCommand({ Bucket: 'documents', Key, ChecksumMode: 'ENABLED' }));

describe('a form that meets its policy', () => {
  it('becomes an object, with the type of the field and not of the file', async () => {
    const response = await send(await authorize(), content);
    expect([response.status, response.headers.get('etag')]).toEqual([
      204,
      `"${createHash('md5').update(content).digest('hex')}"`,
    ]);
    expect(await head('quarantine/1')).toMatchObject({
      ContentType: 'application/pdf',
      ContentLength: Buffer.byteLength(content),
      ChecksumSHA256: sha256(content),
    });
  });

  it('gets a document on request, and takes its name from the file', async () => {
    const upload = await authorize({
      Key: 'inbox/${filename}',
      Conditions: [['content-length-range', 0, 100]],
      Fields: { success_action_status: '201', 'x-amz-meta-author': 'Ёлкин' },
    });
    const response = await send(upload, 'any', {}, '../счёт & акт.pdf');
    expect(response.status).toBe(201);
    expect(await response.text()).toContain('<Key>inbox/счёт &#38; акт.pdf</Key>');
    const found = await s3.client.send(
      new GetObjectCommand({ Bucket: 'documents', Key: 'inbox/счёт & акт.pdf' }),
    );
    expect(await found.Body?.transformToString()).toBe('any');
    expect(found.Metadata?.['author']).toBe(`=?UTF-8?B?${Buffer.from('Ёлкин').toString('base64')}?=`);
  });
});

describe('a form is refused', () => {
  it.each([
    ['for more bytes', `${content}!`, {}, '400 EntityTooLarge'],
    ['for fewer bytes', content.slice(1), {}, '400 EntityTooSmall'],
    ['for other bytes', 'Договор № 8', {}, '400 BadDigest'],
    [
      'for another checksum',
      'Договор № 8',
      { 'x-amz-checksum-sha256': sha256('Договор № 8') },
      '403 AccessDenied',
    ],
    ['for no checksum', content, { 'x-amz-checksum-sha256': undefined }, '403 AccessDenied'],
    ['for another type', content, { 'Content-Type': 'text/html' }, '403 AccessDenied'],
    ['for another key', content, { key: 'quarantine/2' }, '403 AccessDenied'],
    ['for a field that the policy does not mention', content, { 'x-amz-meta-a': '1' }, '403 AccessDenied'],
    ['for an ACL', content, { acl: 'public-read' }, '403 AccessDenied'],
    ['without a policy', content, { Policy: undefined }, '403 AccessDenied'],
    ['for another signature', content, { 'X-Amz-Signature': '0'.repeat(64) }, '403 SignatureDoesNotMatch'],
    ['without a key', content, { key: undefined }, '400 InvalidArgument'],
  ])('%s', async (_, file, change, outcome) => {
    const before = s3.blobs();
    expect(await outcomeOf(send(await authorize(), file, change))).toBe(outcome);
    expect(s3.blobs()).toEqual(before);
  });

  it('for a policy that was changed after it was signed', async () => {
    const upload = await authorize();
    const policy = Buffer.from(upload.fields['Policy']!, 'base64').toString().replace('20,20', '0,9999');
    const change = { Policy: Buffer.from(policy).toString('base64') };
    expect(await outcomeOf(send(upload, 'other', change))).toBe('403 SignatureDoesNotMatch');
  });

  it('for another bucket than the policy names', async () => {
    const other = await runS3({ traffic: {} });
    const { fields } = await authorize();
    const sent = send({ url: `${other.endpoint}/traffic`, fields }, content);
    expect(await outcomeOf(sent)).toBe('403 AccessDenied');
    await other.close();
  });

  it('after its expiration', async () => {
    const upload = await authorize();
    const signedAt = now;
    now = new Date(signedAt.getTime() + 301_000);
    expect(await outcomeOf(send(upload, content))).toBe('403 AccessDenied');
    now = signedAt;
  });

  it('by an unknown key', async () => {
    const stranger = clientOf(s3.port, { credentials: { accessKeyId: 'stranger', secretAccessKey: 'x' } });
    const upload = await presign(stranger, { Bucket: 'documents', Key: 'a' });
    expect(await outcomeOf(send(upload, content))).toBe('403 InvalidAccessKeyId');
  });

  it('without a file, and if it is not a form', async () => {
    const upload = await authorize();
    const form = new FormData();
    for (const [field, value] of Object.entries(upload.fields)) form.append(field, value);
    expect(await outcomeOf(fetch(upload.url, { method: 'POST', body: form }))).toBe('400 InvalidArgument');
    const headers = { 'content-type': 'multipart/form-data' };
    expect(await outcomeOf(fetch(upload.url, { method: 'POST', body: 'x', headers }))).toBe(
      '400 MalformedPOSTRequest',
    );
    const nameless = '--b\r\nContent-Disposition: form-data\r\n\r\nvalue\r\n--b--\r\n';
    const bounded = { 'content-type': 'multipart/form-data; boundary=b' };
    expect(await outcomeOf(fetch(upload.url, { method: 'POST', body: nameless, headers: bounded }))).toBe(
      '400 InvalidArgument',
    );
  });

  it('if its fields are too large', async () => {
    const sent = send(await authorize(), content, { 'x-ignore-noise': 'x'.repeat(21 * 1024) });
    expect(await outcomeOf(sent)).toBe('400 MaxPostPreDataLengthExceeded');
  });
});

describe('a form whose file is still arriving', () => {
  /** The form up to the first bytes of its file, sent by hand. */
  async function begin(fileBytes: number): Promise<net.Socket> {
    const { fields } = await authorize();
    const parts = Object.entries(fields).map(
      ([name, value]) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    const file = `--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n${'x'.repeat(fileBytes)}`;
    const socket = net.connect(s3.port, '127.0.0.1');
    const type = 'Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 1000000000';
    socket.write(
      `POST /documents HTTP/1.1\r\nHost: 127.0.0.1:${s3.port}\r\n${type}\r\n\r\n${parts.join('')}${file}`,
    );
    return socket;
  }

  it('is refused at the first excess byte, long before its end', async () => {
    const before = s3.blobs();
    const socket = await begin(100_000);
    const answer = await new Promise<string>((resolve) =>
      socket.once('data', (data) => {
        resolve(data.toString());
      }),
    );
    expect(answer).toMatch(/^HTTP\/1\.1 400 [^]*EntityTooLarge/);
    socket.destroy();
    expect(s3.blobs()).toEqual(before);
  });

  it('is streamed to the disk, and leaves nothing there when the client disconnects', async () => {
    const before = s3.blobs();
    const socket = await begin(10);
    await vi.waitFor(
      () => {
        expect(s3.blobs()).toHaveLength(before.length + 1);
      },
      { timeout: 15_000 },
    );
    socket.destroy();
    await vi.waitFor(
      () => {
        expect(s3.blobs()).toEqual(before);
      },
      { timeout: 15_000 },
    );
  });
});
