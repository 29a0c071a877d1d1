import * as z from 'zod';
import { CabinetError } from '../errors.ts';
import { tableDefinition } from '../table/definition.ts';
import { beginningWith, type ListPage, type Paging, readPage } from '../table/page.ts';
import type { Partition } from '../table/partition.ts';
import type { ItemKey, StoredItem, Table, WriteAction } from '../table/table.ts';
import { insert } from '../table/write-actions.ts';

/** An event of a history, with the ULID that its key ends with. */
export interface HistoryEntry<Event> {
  readonly id: string;
  readonly event: Event;
}

/**
 * The history of one resource: items that are written once, in the transaction of the change that they describe, and
 * read newest first. Their keys begin with a prefix of their own (docs/adr/0001).
 */
export class History<Event extends StoredItem> {
  readonly #partition: Partition;
  readonly #schema: z.ZodType<Event>;
  /** Beginning of the sort keys of the history's items. */
  readonly prefix: string;

  constructor(partition: Partition, prefix: string, schema: z.ZodType<Event>) {
    this.#partition = partition;
    this.#schema = schema;
    this.prefix = prefix;
  }

  /** Key of the event with this ULID. */
  key(id: string): ItemKey {
    return { partition: this.#partition, sortKey: `${this.prefix}${id}` };
  }

  /**
   * Writes an event.
   *
   * @param attributes index attributes
   */
  append(id: string, event: Event, attributes: StoredItem = {}): WriteAction {
    return insert(this.key(id), { ...event, ...attributes });
  }

  /** Parses an item of the history. */
  parse(item: StoredItem): HistoryEntry<Event> {
    const sortKey = z.string().parse(item[tableDefinition.sortKey]);
    return { id: sortKey.slice(this.prefix.length), event: this.#schema.parse(item) };
  }

  /** Whether an item of the same partition belongs to the history. */
  includes(item: StoredItem): boolean {
    return z.string().parse(item[tableDefinition.sortKey]).startsWith(this.prefix);
  }

  /** A page of the events, newest first; empty if there are none. */
  page(table: Table, paging: Paging): Promise<ListPage<HistoryEntry<Event>>> {
    const list = {
      partition: this.#partition,
      ...beginningWith(this.prefix),
      newestFirst: true,
      parse: (item: StoredItem) => this.parse(item),
    };
    return readPage(table, list, paging);
  }

  /**
   * The same of a resource that is created with an event, and therefore does not exist without one.
   *
   * @throws CabinetError `notFound`
   */
  async pageOfExisting(table: Table, paging: Paging): Promise<ListPage<HistoryEntry<Event>>> {
    const page = await this.page(table, paging);
    if (page.total === 0) throw new CabinetError('notFound');
    return page;
  }
}
