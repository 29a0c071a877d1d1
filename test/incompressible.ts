import { randomBytes } from 'node:crypto';

/** Text of a length that compression makes hardly smaller: a stored document of it takes three quarters. */
export function incompressible(length: number): string {
  return randomBytes(Math.ceil((length * 3) / 4))
    .toString('base64')
    .slice(0, length);
}
