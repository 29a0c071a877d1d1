import { expect, test } from 'vitest';
import { createRequestReader } from '../../../dynamodb/request-reader.ts';

const request = (body: string, ...headers: string[]) =>
  Buffer.from(
    ['POST /?a=1 HTTP/1.1', 'Host: x', `Content-Length: ${body.length}`, ...headers, '', body].join('\r\n'),
  );
const bodiesOf = (...pieces: Buffer[]) => {
  const reader = createRequestReader();
  return pieces.map((piece) => reader.read(piece).map(({ body }) => body.toString()));
};

test('a request is read with its parts, and its bytes as received', () => {
  const bytes = request('{}', 'X-Amz-Target:  DynamoDB.Scan ');
  expect(createRequestReader().read(bytes)).toEqual([
    {
      bytes,
      method: 'POST',
      rawPath: '/',
      query: 'a=1',
      headers: { host: 'x', 'content-length': '2', 'x-amz-target': 'DynamoDB.Scan' },
      body: Buffer.from('{}'),
    },
  ]);
});

test('a request may arrive in any pieces', () => {
  const bytes = request('{"a":1}');
  for (let cut = 1; cut < bytes.length; cut++)
    expect(bodiesOf(bytes.subarray(0, cut), bytes.subarray(cut))).toEqual([[], ['{"a":1}']]);
});

test('several requests may arrive at once, the last one incomplete', () => {
  const both = Buffer.concat([request('1'), request('22'), request('333')]);
  expect(bodiesOf(both.subarray(0, -1), both.subarray(-1))).toEqual([['1', '22'], ['333']]);
});

test.each([
  ['no HTTP', Buffer.from('hello\r\n\r\n')],
  ['a body in chunks', request('', 'Transfer-Encoding: chunked')],
  ['a length twice, by which two servers could disagree', request('12', 'content-length: 1')],
  ['a length that is no number', Buffer.from('POST / HTTP/1.1\r\ncontent-length: 1e3\r\n\r\n')],
  ['a header without a name', request('', ': x')],
  ['a name with a space before the colon', request('', 'x-amz-target : y')],
  ['an endless head', Buffer.alloc(20_000, 'a')],
  ['a body beyond DynamoDB’s limit', Buffer.from('POST / HTTP/1.1\r\ncontent-length: 99999999\r\n\r\n')],
])('%s is not supported', (_what, bytes) => {
  expect(() => createRequestReader().read(bytes)).toThrow();
});
