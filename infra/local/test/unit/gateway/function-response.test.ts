import { expect, test } from 'vitest';
import { interpretResponse } from '../../../gateway/function-response.ts';

const interpret = (value: unknown) => interpretResponse(JSON.stringify(value));
const json = { 'content-type': 'application/json' };

test('A result without a status code is the body of a 200', () => {
  expect(interpret({ hello: 'world' })).toEqual({ status: 200, headers: json, body: '{"hello":"world"}' });
  expect(interpret('plain')).toEqual({ status: 200, headers: json, body: 'plain' });
  expect(interpret(null)).toEqual({ status: 200, headers: json, body: 'null' });
});

test('A structured response is sent as it is', () => {
  const cookies = ['a=1; Secure', 'b=2'];
  expect(
    interpret({ statusCode: 201, headers: { Location: '/x', 'X-Count': 3 }, cookies, body: 'äh' }),
  ).toEqual({
    status: 201,
    headers: {
      'content-type': 'text/plain;charset=UTF-8',
      location: '/x',
      'x-count': '3',
      'set-cookie': cookies,
    },
    body: 'äh',
  });
});

test('A base64 body is decoded, and the gateway sets its length', () => {
  const { headers, body } = interpret({
    statusCode: 200,
    headers: { 'Content-Type': 'image/png', 'Content-Length': '999' },
    body: 'AAEC',
    isBase64Encoded: true,
  });
  expect(body).toEqual(Buffer.from([0, 1, 2]));
  expect(headers).toEqual({ 'content-type': 'image/png' });
});

test.each([
  { statusCode: 'ok' },
  { statusCode: 101 },
  { statusCode: 200, body: { not: 'text' } },
  { statusCode: 200, headers: { a: [1] } },
])('A malformed response is an internal error: %j', (answer) => {
  expect(interpret(answer)).toEqual({
    status: 500,
    headers: json,
    body: '{"message":"Internal Server Error"}',
  });
});
