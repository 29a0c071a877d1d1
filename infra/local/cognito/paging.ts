import type * as z from 'zod';
import { invalidParameter } from './errors.ts';

/** One page and where the next one starts, if there is one. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next?: string;
}

/**
 * Reads one page: `list` is asked for one item more than fits, to know whether there is more. The token holds the key
 * of the last item, so that what is added or removed meanwhile shifts nothing.
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
