import type * as z from 'zod';
import { CabinetError } from '../errors.ts';
import { type CreationReply, type IdempotencyRequest, remember, replayOf } from './idempotency.ts';
import type { StoredItem } from './item.ts';
import type { ItemKey, Table, WriteAction } from './table.ts';

/** Either the reply that the same request got before, or what was loaded to create for the first time. */
export type Loaded<Body, Found> =
  | { readonly earlier: CreationReply<Body>; readonly found: undefined }
  | { readonly earlier: undefined; readonly found: Found };

/**
 * A POST that creates at most once, however often it arrives with the same `Idempotency-Key` (docs/adr/0094). Its handler
 * loads, decides and saves, in this order. Without a key, it creates every time.
 */
export class Creation<Body> {
  readonly #table: Table;
  readonly #request: IdempotencyRequest | undefined;
  readonly #bodySchema: z.ZodType<Body>;
  /** Loaded and not saved: a refusal may be due to a twin. */
  #isOpen = false;

  /** @param bodySchema the stored part of the reply, from the route */
  constructor(table: Table, request: IdempotencyRequest | undefined, bodySchema: z.ZodType<Body>) {
    this.#table = table;
    this.#request = request;
    this.#bodySchema = bodySchema;
  }

  /**
   * Loads the items that the creation depends on and, in the same batched read, the earlier reply.
   *
   * @param parse gets the items in the order of their keys, where there is no earlier reply
   * @throws CabinetError `idempotencyKeyReused`, and what `parse` throws
   */
  async load<Found>(
    keys: readonly ItemKey[],
    parse: (items: readonly (StoredItem | undefined)[]) => Found,
  ): Promise<Loaded<Body, Found>> {
    const request = this.#request;
    if (request === undefined)
      return { earlier: undefined, found: parse(keys.length === 0 ? [] : await this.#table.getMany(keys)) };
    this.#isOpen = false;
    const [record, ...items] = await this.#table.getMany([request.record, ...keys]);
    const earlier = replayOf(record, request, this.#bodySchema);
    if (earlier !== undefined) return { earlier, found: undefined };
    this.#isOpen = true;
    return { earlier: undefined, found: parse(items) };
  }

  /**
   * The earlier reply, for a creation that depends on nothing else.
   *
   * @throws CabinetError `idempotencyKeyReused`
   */
  async earlier(): Promise<CreationReply<Body> | undefined> {
    return (await this.load([], () => undefined)).earlier;
  }

  /**
   * Writes what is created, and the reply to it, in one transaction.
   *
   * @returns the reply
   * @throws CabinetError what the actions refuse with; `concurrentChange` if a twin was faster
   */
  async save(actions: readonly WriteAction[], reply: CreationReply<Body>): Promise<CreationReply<Body>> {
    const request = this.#request;
    await this.#table.write(request === undefined ? actions : [...actions, remember(request, reply)]);
    this.#isOpen = false;
    return reply;
  }

  /**
   * Runs a handler that creates. What refuses it may be the work of a twin, that is the same request at the same moment:
   * the handler then runs again, and finds the reply of the twin.
   */
  async run<Reply>(handler: () => Promise<Reply>): Promise<Reply> {
    try {
      return await handler();
    } catch (error) {
      if (!(error instanceof CabinetError) || error.code === 'invalidRequest') throw error;
      if (!(await this.#hasTwin())) throw error;
      return handler();
    }
  }

  /** @throws CabinetError `idempotencyKeyReused` */
  async #hasTwin(): Promise<boolean> {
    const request = this.#request;
    if (request === undefined || !this.#isOpen) return false;
    return replayOf(await this.#table.get(request.record), request, this.#bodySchema) !== undefined;
  }
}
