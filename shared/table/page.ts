import * as z from 'zod';
import { type CabinetError, invalidRequest } from '../errors.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { tableDefinition } from './definition.ts';
import { maxOffset } from './max-offset.ts';
import type { StoredItem } from './item.ts';
import { highest, type PageRequest, type Table } from './table.ts';

/** The requested page of a list. */
export interface Paging {
  readonly limit: number;
  readonly offset: number;
  readonly cursor?: string | undefined;
}

/** A list: what it reads, and what of that belongs to it. */
export interface List<Entity> extends Pick<PageRequest, 'partition' | 'from' | 'to' | 'newestFirst'> {
  readonly parse: (item: StoredItem) => Entity;
  /** A filter that no index serves: at most one page of the engine is read for it. */
  readonly accepts?: ((entity: Entity) => boolean) | undefined;
}

/** A page of a list; `next` and `total` are what `Reply` takes. */
export interface ListPage<Entity> {
  readonly entities: readonly Entity[];
  /** Cursor of the next page, while there may be one. */
  readonly next: string | undefined;
  /** How many there are, where this page is the last and the pages before it are known. */
  readonly total: number | undefined;
}

/** Bounds of the sort keys that begin with a prefix. */
export function beginningWith(prefix: string): { from: string; to: string } {
  return { from: prefix, to: `${prefix}${highest}` };
}

/**
 * Reads one page of a list, in one call.
 *
 * @throws CabinetError `invalidRequest` for a forged cursor, and for an offset that reaches too far
 */
export async function readPage<Entity>(
  table: Table,
  list: List<Entity>,
  { limit, offset, cursor }: Paging,
): Promise<ListPage<Entity>> {
  const { parse, accepts, ...source } = list;
  checkReach({ limit, offset, cursor });

  const wanted = offset + limit;
  const { items, more } = await table.query({
    ...source,
    ...(accepts === undefined ? { limit: wanted + 1 } : {}),
    after: cursor === undefined ? undefined : decodeCursor(cursor, source),
  });
  const found = items
    .map((item) => ({ entity: parse(item), sortKey: sortKeyOf(item, source.partition) }))
    .filter(({ entity }) => accepts?.(entity) ?? true);
  // One read did not reach as far as the offset: what the next link leads to could not skip the rest.
  if (more && found.length < offset) throw followTheLink();

  const page = found.slice(offset, wanted);
  const isLast = found.length <= wanted && !more;
  const readUpTo = items.at(-1);
  const endsAt =
    found.length <= wanted && readUpTo !== undefined
      ? sortKeyOf(readUpTo, source.partition)
      : page.at(-1)?.sortKey;
  return {
    entities: page.map(({ entity }) => entity),
    next: isLast || endsAt === undefined ? undefined : encodeCursor(endsAt),
    total: isLast && cursor === undefined ? found.length : undefined,
  };
}

/**
 * Checks that an offset leads no further than it may; from there on, the link does.
 *
 * @throws CabinetError `invalidRequest`
 */
export function checkReach({ limit, offset, cursor }: Paging): void {
  if (offset + limit > maxOffset || (offset > 0 && cursor !== undefined)) throw followTheLink();
}

function sortKeyOf(item: StoredItem, partition: PageRequest['partition']): string {
  const { sortKey } = 'index' in partition ? tableDefinition.indexes[partition.index] : tableDefinition;
  return z.string().parse(item[sortKey]);
}

function followTheLink(): CabinetError {
  return invalidRequest([
    {
      pointer: '?offset',
      message: {
        ru: `offset + limit ≤ ${maxOffset}, без cursor; дальше ведёт ссылка next предыдущей страницы`,
        en: `offset + limit ≤ ${maxOffset}, and not together with a cursor; to go further, follow the next link`,
      },
    },
  ]);
}
