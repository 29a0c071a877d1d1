import { timingSafeEqual } from 'node:crypto';

/**
 * Compares two texts in a time that only depends on their lengths, so that a signature cannot be guessed byte by
 * byte.
 */
export function equalInConstantTime(left: string, right: string): boolean {
  const leftBytes = Buffer.from(left);
  const rightBytes = Buffer.from(right);
  return leftBytes.length === rightBytes.length && timingSafeEqual(leftBytes, rightBytes);
}
