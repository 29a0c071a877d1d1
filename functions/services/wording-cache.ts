import {
  type CharacteristicDefinition,
  offeringKey,
  offeringRecordSchema,
} from '../../shared/offering/offering-record.ts';
import type { StoredItem, Table } from '../../shared/table/table.ts';

/** How long the words may be behind the catalogue, in milliseconds. */
const trustedMilliseconds = 60_000;
const largestCache = 500;

/** What the characteristics of an offering are called, and their values and units. */
export type Wording = readonly CharacteristicDefinition[];

const wordingSchema = offeringRecordSchema.pick({ characteristics: true });

/**
 * The wording of offerings, by their ids. It changes rarely and is the same for everybody, so that a warm function
 * shows services at the price of reading them alone.
 */
export class WordingCache {
  readonly #table: Table;
  readonly #clock: () => Date;
  readonly #known = new Map<string, { wording: Wording; readAt: number }>();

  constructor(table: Table, clock: () => Date) {
    this.#table = table;
    this.#clock = clock;
  }

  /** Wording of these offerings (100 different ones at most), in one call at most; empty where there is none. */
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
      if (this.#known.size >= largestCache) this.#known.clear();
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
