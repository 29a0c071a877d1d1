/** Takes a token; false when there is none. */
export type TokenBucket = () => boolean;

/**
 * API Gateway's throttling algorithm: a bucket of `burst` tokens, refilled with `rate` per second.
 * @param now milliseconds of a monotonic clock
 */
export function createTokenBucket(rate: number, burst: number, now: () => number): TokenBucket {
  let tokens = burst;
  let filledAt = now();
  return () => {
    const instant = now();
    tokens = Math.min(burst, tokens + ((instant - filledAt) / 1000) * rate);
    filledAt = instant;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}
