import type * as z from 'zod';
import { invalidParameter } from './errors.ts';

/** One page and the start of the next one, if there is one. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next?: string;
}

/**
 * Reads one page: `list` is asked for one more item than fits, to find out whether there are more. The token contains
 * the key of the last item, so that additions and removals in between shift nothing.
 */
export function readPage<Item, Key>(
  key: z.ZodType<Key>,
  token: string | undefined,
  limit: number,
  list: (after: Key | undefined, limit: number) => Item[],
  keyOf: (item: Item) => Key,
): Page<Item> {
  const found = list(token === undefined ? undefined : readToken(key, token), limit + 1);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  if (found.length <= limit || last === undefined) return { items };
  return { items, next: Buffer.from(JSON.stringify(keyOf(last))).toString('base64url') };
}

function readToken<Key>(key: z.ZodType<Key>, token: string): Key {
  try {
    return key.parse(JSON.parse(Buffer.from(token, 'base64url').toString()));
  } catch {
    throw invalidParameter('Invalid pagination token.');
  }
}
