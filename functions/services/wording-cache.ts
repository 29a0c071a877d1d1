import {
  type CharacteristicDefinition,
  offeringKey,
  offeringRecordSchema,
} from '../../shared/offering/offering-record.ts';
import type { StoredItem } from '../../shared/table/item.ts';
import type { Table } from '../../shared/table/table.ts';

/** Maximum age of cached display names, in milliseconds. */
const trustedMilliseconds = 60_000;
const maxCacheEntries = 500;

/** Display names of the characteristics of an offering, their values and units. */
export type Wording = readonly CharacteristicDefinition[];

const wordingSchema = offeringRecordSchema.pick({ characteristics: true });

/**
 * Display names of offerings, by id. They change rarely and are the same for all users, so a warm function lists services
 * without additional reads.
 */
export class WordingCache {
  readonly #table: Table;
  readonly #clock: () => Date;
  readonly #known = new Map<string, { wording: Wording; readAt: number }>();

  constructor(table: Table, clock: () => Date) {
    this.#table = table;
    this.#clock = clock;
  }

  /** Display names of these offerings (100 different ones at most), with one call at most; empty if there are none. */
  async of(offeringIds: readonly string[]): Promise<ReadonlyMap<string, Wording>> {
    const now = this.#clock().getTime();
    const wordings = new Map<string, Wording>();
    const missing = new Set<string>();
    for (const id of offeringIds) {
      const known = this.#known.get(id);
      if (known !== undefined && now - known.readAt < trustedMilliseconds) wordings.set(id, known.wording);
      else missing.add(id);
    }
    for (const [id, wording] of await this.#read([...missing])) {
      if (this.#known.size >= maxCacheEntries) this.#known.clear();
      this.#known.set(id, { wording, readAt: now });
      wordings.set(id, wording);
    }
    return wordings;
  }

  async #read(offeringIds: readonly string[]): Promise<readonly (readonly [string, Wording])[]> {
    if (offeringIds.length === 0) return [];
    const items = await this.#table.getMany(offeringIds.map((id) => offeringKey(id)));
    return offeringIds.map((id, index) => [id, wordingOf(items[index])] as const);
  }
}

function wordingOf(item: StoredItem | undefined): Wording {
  return item === undefined ? [] : wordingSchema.parse(item).characteristics;
}
