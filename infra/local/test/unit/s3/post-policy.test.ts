import { describe, expect, it } from 'vitest';
import { enforcePostPolicy, readPostPolicy } from '../../../s3/operations/post-policy.ts';

const now = new Date('2026-03-01T12:00:00Z');
const encode = (policy: unknown) => Buffer.from(JSON.stringify(policy)).toString('base64');
const enforce = (
  conditions: unknown[],
  fields: Record<string, string>,
  expiration = '2026-03-01T12:05:00Z',
) =>
  enforcePostPolicy(readPostPolicy(encode({ expiration, conditions })), new Map(Object.entries(fields)), now);
const denied = (reason: string): unknown =>
  expect.objectContaining({ code: 'AccessDenied', message: expect.stringContaining(reason) as string });

describe('a POST policy', () => {
  it('accepts a form that meets every condition, and returns the allowed sizes', () => {
    const sizes = enforce(
      [
        { bucket: 'documents' },
        ['eq', '$Key', 'quarantine/1'],
        ['starts-with', '$Content-Type', 'image/'],
        ['content-length-range', 1, 1000],
        ['content-length-range', 10, 5000],
      ],
      {
        bucket: 'documents',
        key: 'quarantine/1',
        'content-type': 'image/png',
        policy: '…',
        'x-ignore-me': 'yes',
      },
    );
    expect(sizes).toEqual({ minimum: 10, maximum: 1000 });
  });

  it('expires', () => {
    expect(() => enforce([], {}, '2026-03-01T12:00:00Z')).toThrow(denied('Policy expired'));
    expect(enforce([], {}, '2026-03-01T15:00:01+03:00')).toBeDefined();
  });

  it('refuses a field with another value, and a missing field', () => {
    expect(() => enforce([{ key: 'a' }], { key: 'b' })).toThrow(denied('{"key":"a"}'));
    expect(() => enforce([['starts-with', '$key', 'a/']], { key: 'b/a/' })).toThrow(denied('starts-with'));
    expect(() => enforce([{ 'x-amz-checksum-sha256': 'abc' }], {})).toThrow(denied('x-amz-checksum-sha256'));
  });

  it('refuses a field that it does not mention, including the bucket', () => {
    expect(() => enforce([], { 'x-amz-meta-a': '1' })).toThrow(denied('Extra input fields: x-amz-meta-a'));
    expect(() => enforce([], { bucket: 'documents' })).toThrow(denied('Extra input fields: bucket'));
  });

  it('checks the prefix of every content type in a list', () => {
    const images = [['starts-with', '$Content-Type', 'image/']];
    expect(enforce(images, { 'content-type': 'image/png, image/jpeg' })).toBeDefined();
    expect(() => enforce(images, { 'content-type': 'image/png, text/html' })).toThrow(denied('Content-Type'));
  });

  it.each([
    ['malformed JSON', Buffer.from('{').toString('base64')],
    ['no expiration', encode({ conditions: [] })],
    [
      'an unknown operator',
      encode({ expiration: '2026-03-01T12:05:00Z', conditions: [['ends-with', '$key', 'a']] }),
    ],
    [
      'a variable without $',
      encode({ expiration: '2026-03-01T12:05:00Z', conditions: [['eq', 'key', 'a']] }),
    ],
  ])('is invalid with %s', (_, encoded) => {
    expect(() => readPostPolicy(encoded)).toThrow(expect.objectContaining({ code: 'InvalidPolicyDocument' }));
  });
});
