import { expect, test } from 'vitest';
import { createTokenBucket } from '../../../gateway/token-bucket.ts';

test('A bucket allows its burst at once and then its rate', () => {
  let now = 0;
  const take = createTokenBucket(2, 3, () => now);
  expect([take(), take(), take(), take()]).toEqual([true, true, true, false]);
  now += 500;
  expect([take(), take()]).toEqual([true, false]);
  now += 60_000;
  expect([take(), take(), take(), take()]).toEqual([true, true, true, false]);
});
