import { describe, expect, it } from 'vitest';
import { readByteRange } from '../../../s3/operations/byte-range.ts';

describe('a Range header, for an object of 100 bytes', () => {
  it.each([
    ['bytes=0-9', { start: 0, end: 9 }],
    ['bytes=90-', { start: 90, end: 99 }],
    ['bytes=-10', { start: 90, end: 99 }],
    ['bytes=-500', { start: 0, end: 99 }],
    ['bytes=50-5000', { start: 50, end: 99 }],
  ])('%s is a part of it', (header, range) => {
    expect(readByteRange(header, 100)).toEqual(range);
  });

  it.each([undefined, 'bytes=-', 'bytes=9-0', 'bytes=0-1,5-6', 'lines=1-2', 'bytes=a-b'])(
    '%s means all of it',
    (header) => {
      expect(readByteRange(header, 100)).toBeUndefined();
    },
  );

  it.each([
    ['bytes=100-', 100],
    ['bytes=-0', 100],
    ['bytes=0-', 0],
  ])('%s of %i bytes cannot be satisfied', (header, size) => {
    expect(() => readByteRange(header, size)).toThrow(expect.objectContaining({ code: 'InvalidRange' }));
  });
});
