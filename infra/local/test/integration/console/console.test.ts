import { request } from 'node:http';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunningStack } from '../../../boot/local-stack.ts';
import {
  createDataDirectory,
  removeDataDirectory,
  signInAsNewPerson,
  startFixture,
} from '../../../testing/boot/fixture-stack.ts';

let dataDirectory: string;
let stack: RunningStack;

beforeAll(async () => {
  dataDirectory = createDataDirectory();
  stack = await startFixture(dataDirectory);
});

afterAll(async () => {
  await stack.close();
  removeDataDirectory(dataDirectory);
});

const read = async (path = '') => {
  const response = await fetch(`${stack.consoleUrl}${path}`);
  return { status: response.status, text: await response.text(), headers: response.headers };
};

test('the overview links to tables, buckets and mails', async () => {
  await signInAsNewPerson(stack, 'finance@operator.example');
  const { text } = await read();
  expect(text).toContain(`/_local/tables/${stack.tableName}`);
  expect(text).toContain(`/_local/buckets/${stack.buckets['Files']}`);
  expect(text).toContain('finance@operator.example');
  expect(text).toContain('/_local/mails/1');
});

test('a table shows its items as the application reads them, and others as they are', async () => {
  for (const id of ['shown', 'unreadable']) await fetch(`${stack.origin}/api/items/${id}`, { method: 'PUT' });
  const { text } = await read(`/tables/${stack.tableName}`);
  expect(text).toContain('&#34;shown&#34;');
  expect(text).toContain('&#34;unreadable&#34;');
  expect(text.match(/the application/g)).toHaveLength(1);
});

test('a bucket shows its objects, and a link downloads one', async () => {
  const { region, credentials, endpoints, buckets } = stack;
  const s3 = new S3Client({ region, credentials, endpoint: endpoints.s3, forcePathStyle: true });
  await s3.send(new PutObjectCommand({ Bucket: buckets['Files'], Key: 'скан <1>.txt', Body: 'bytes' }));
  const { text } = await read(`/buckets/${buckets['Files']}`);
  expect(text).toContain('скан &#60;1&#62;.txt');
  const link = /href="(http[^"]+X-Amz-Signature[^"]+)"/.exec(text)![1]!.replaceAll('&#38;', '&');
  expect(await (await fetch(link)).text()).toBe('bytes');
});

test('a mail is shown in a sandbox', async () => {
  const { text, headers } = await read('/mails/1');
  expect(text).toMatch(/<iframe sandbox srcdoc="[^"]*finance@operator\.example/);
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
});

test.each([
  '/mails/99',
  '/mails/x',
  '/tables/none',
  '/buckets/none',
  '/queues/none',
  '/events/none',
  '/other/1',
])('%s is not found', async (path) => {
  expect((await read(path)).status).toBe(404);
});

test('a request with another host name is refused', async () => {
  const { port } = new URL(stack.consoleUrl);
  const status = await new Promise((resolve) => {
    request(
      { host: '127.0.0.1', port, path: '/_local', headers: { host: 'rebound.example' } },
      (response) => {
        response.resume();
        resolve(response.statusCode);
      },
    ).end();
  });
  expect(status).toBe(404);
});
