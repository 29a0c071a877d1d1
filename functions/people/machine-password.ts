import { randomInt } from 'node:crypto';

const kinds = ['abcdefghijkmnpqrstuvwxyz', 'ABCDEFGHJKLMNPQRSTUVWXYZ', '23456789', '-_.+=@%'] as const;
const everything = kinds.join('');
/** Length of a password: more than 230 bits of entropy. */
const length = 40;

/** A random password: one character of every kind that the user pool requires, then any. */
export function makePassword(): string {
  const of = (characters: string) => characters.charAt(randomInt(characters.length));
  const rest = Array.from({ length: length - kinds.length }, () => of(everything));
  return kinds.map(of).join('') + rest.join('');
}
