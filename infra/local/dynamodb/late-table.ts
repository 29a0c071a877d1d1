import type { IndexCopy } from './index-copy.ts';
import type { Item } from './written-items.ts';

interface Change {
  readonly key: Item;
  readonly item: Item | undefined;
  /** Milliseconds since 1970. */
  readonly dueAt: number;
}

/** Brings what is written to a table into the copy of its indexes, in the order of the writes and late. */
export class LateTable {
  readonly copy: IndexCopy;
  readonly #delay: number;
  readonly #warn: (error: unknown) => void;
  /** Reads and applies one after the other: a later image never comes before an earlier one. */
  #reading: Promise<void> = Promise.resolve();
  #applying: Promise<void> = Promise.resolve();
  #waiting: Change[] = [];
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  /** @param delay milliseconds */
  constructor(copy: IndexCopy, delay: number, warn: (error: unknown) => void) {
    this.copy = copy;
    this.#delay = delay;
    this.#warn = warn;
  }

  /**
   * Notes that items were written just now. They are read at once; an item that was changed again by then shows that
   * change early, as an index may.
   */
  written(keys: readonly Item[]): void {
    const dueAt = Date.now() + this.#delay;
    this.#reading = this.#reading
      .then(async () => {
        if (this.#isClosed) return;
        for (const [key, item] of await this.copy.read(keys)) this.#waiting.push({ key, item, dueAt });
        this.#schedule();
      })
      .catch((error: unknown) => {
        if (!this.#isClosed) this.#warn(error);
      });
  }

  /** Brings everything that was written into the indexes now. */
  async catchUp(): Promise<void> {
    await this.#reading;
    await this.#apply(Number.POSITIVE_INFINITY);
  }

  /** Nothing is brought into the copy any more: the next start makes another. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    await this.#reading;
    await this.#applying;
  }

  #schedule(): void {
    const [next] = this.#waiting;
    if (this.#timer !== undefined || next === undefined || this.#isClosed) return;
    const wait = Math.max(0, next.dueAt - Date.now());
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#apply(Date.now()).finally(() => {
        this.#schedule();
      });
    }, wait);
  }

  #apply(until: number): Promise<void> {
    this.#applying = this.#applying
      .then(async () => {
        const firstLater = this.#waiting.findIndex(({ dueAt }) => dueAt > until);
        const due = this.#waiting.splice(0, firstLater === -1 ? this.#waiting.length : firstLater);
        await this.copy.write(due.map(({ key, item }) => [key, item]));
      })
      .catch((error: unknown) => {
        if (!this.#isClosed) this.#warn(error);
      });
    return this.#applying;
  }
}
