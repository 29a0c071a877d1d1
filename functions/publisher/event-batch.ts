import type { BusEvent, EventBus } from '../../shared/events/event-bus.ts';

interface PendingRecord {
  readonly events: readonly BusEvent[];
  readonly settle: (failure: Error | undefined) => void;
}

/**
 * Collects the events of one batch and publishes them together: Powertools processes the records of a batch one by one,
 * while one call to the bus accepts ten events.
 */
export class EventBatch {
  readonly #bus: EventBus;
  #pending: PendingRecord[] = [];

  constructor(bus: EventBus) {
    this.#bus = bus;
  }

  /**
   * Publishes the events of one record together with those of all records processed in the same turn of the event loop.
   *
   * @throws Error the reason if the bus rejected one of the events
   */
  async publish(events: readonly BusEvent[]): Promise<void> {
    if (events.length === 0) return;
    const failure = await new Promise<Error | undefined>((settle) => {
      this.#pending.push({ events, settle });
      if (this.#pending.length === 1) setImmediate(() => void this.#flush());
    });
    if (failure !== undefined) throw failure;
  }

  async #flush(): Promise<void> {
    const pending = this.#pending;
    this.#pending = [];
    const outcomes = await this.#bus.publish(pending.flatMap(({ events }) => events));
    let published = 0;
    for (const { events, settle } of pending) {
      const own = outcomes.slice(published, (published += events.length));
      settle(own.find((failure) => failure !== undefined));
    }
  }
}
