import * as z from 'zod';
import { CabinetError } from '../errors.ts';
import { tableDefinition } from '../table/definition.ts';
import { beginningWith, type ListPage, type Paging, readPage } from '../table/page.ts';
import type { Partition } from '../table/partition.ts';
import type { StoredItem } from '../table/item.ts';
import type { ItemKey, Table, WriteAction } from '../table/table.ts';
import { insert } from '../table/write-actions.ts';
import type { Cause, Happening, HistoryItem, Sequenced } from './history-item.ts';
import { masked } from './masking.ts';

/** Digits of a sequence in a key, so that keys sort by number. */
const sequenceDigits = 10;

/**
 * The history of one resource: items that are written once, in the transaction of the change that they describe, and
 * read newest first. Their keys begin with a prefix of their own (docs/adr/0001) and end with their sequence, which the
 * resource's item counts. Two writers that have read the same count cannot both succeed, since both insert the same key
 * (docs/adr/0096).
 */
export class History<Event extends HistoryItem> {
  readonly #partition: Partition;
  readonly #schema: z.ZodType<Event>;
  /** Beginning of the sort keys of the history's items. */
  readonly prefix: string;

  constructor(partition: Partition, prefix: string, schema: z.ZodType<Event>) {
    this.#partition = partition;
    this.#schema = schema;
    this.prefix = prefix;
  }

  /** Key of the event with this sequence. */
  key(sequence: number): ItemKey {
    return {
      partition: this.#partition,
      sortKey: `${this.prefix}${String(sequence).padStart(sequenceDigits, '0')}`,
    };
  }

  /** The event that a change of the resource adds to its history, with personal data masked. */
  event(
    { historySequence: sequence }: Sequenced,
    { at, by, requestId }: Cause<Event['by']>,
    happening: Happening<Event>,
  ): Event {
    const change = happening.change.map(masked);
    return this.#schema.parse({ schemaVersion: 1, sequence, at, by, requestId, ...happening, change });
  }

  /**
   * Writes the event of a change, in the transaction that writes the resource.
   *
   * @param resource as it is after the change: the event has its sequence
   * @param attributes index attributes
   */
  append(
    resource: Sequenced,
    cause: Cause<Event['by']>,
    happening: Happening<Event>,
    attributes: StoredItem = {},
  ): WriteAction {
    const event = this.event(resource, cause, happening);
    return insert(this.key(event.sequence), { ...event, ...attributes });
  }

  /** Parses an item of the history. */
  parse(item: StoredItem): Event {
    return this.#schema.parse(item);
  }

  /** Whether an item of the same partition belongs to the history. */
  includes(item: StoredItem): boolean {
    return z.string().parse(item[tableDefinition.sortKey]).startsWith(this.prefix);
  }

  /** A page of the events, newest first; empty if there are none. */
  page(table: Table, paging: Paging): Promise<ListPage<Event>> {
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
  async pageOfExisting(table: Table, paging: Paging): Promise<ListPage<Event>> {
    const page = await this.page(table, paging);
    if (page.total === 0) throw new CabinetError('notFound');
    return page;
  }
}
