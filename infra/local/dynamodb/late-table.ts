import { identify, type IndexCopy } from './index-copy.ts';
import type { Item } from './written-items.ts';

interface Change {
  readonly key: Item;
  /** Milliseconds since 1970. */
  readonly dueAt: number;
}

/**
 * Brings what is written to a table into the copy of its indexes, late. An item arrives as it then is: of two writes,
 * the later one may come early with the first, as in the cloud, where nothing says how late an index is.
 */
export class LateTable {
  readonly copy: IndexCopy;
  readonly #delay: number;
  readonly #warn: (error: unknown) => void;
  /** By key, in the order of their due times. */
  readonly #waiting = new Map<string, Change>();
  #updating: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  /** @param delay milliseconds */
  constructor(copy: IndexCopy, delay: number, warn: (error: unknown) => void) {
    this.copy = copy;
    this.#delay = delay;
    this.#warn = warn;
  }

  /** Notes that items, or items with these keys, were written just now. */
  written(items: readonly Item[]): void {
    const dueAt = Date.now() + this.#delay;
    for (const item of items) {
      const key = this.copy.keyOf(item);
      const id = identify(key);
      if (!this.#waiting.has(id)) this.#waiting.set(id, { key, dueAt });
    }
    this.#schedule();
  }

  /** Brings everything that was written into the indexes now. */
  catchUp(): Promise<void> {
    return this.#update(Number.POSITIVE_INFINITY);
  }

  /** Nothing is brought into the copy any more: the next start makes another. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    await this.#updating;
  }

  #schedule(): void {
    const next = this.#waiting.values().next().value;
    if (this.#timer !== undefined || next === undefined || this.#isClosed) return;
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        void this.#update(Date.now()).finally(() => {
          this.#schedule();
        });
      },
      Math.max(0, next.dueAt - Date.now()),
    ).unref();
  }

  #update(until: number): Promise<void> {
    this.#updating = this.#updating
      .then(async () => {
        const due = [...this.#waiting].filter(([, { dueAt }]) => dueAt <= until);
        // What is written from here on waits again.
        for (const [id] of due) this.#waiting.delete(id);
        await this.copy.update(due.map(([, { key }]) => key));
      })
      .catch((error: unknown) => {
        if (!this.#isClosed) this.#warn(error);
      });
    return this.#updating;
  }
}
