import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { eventSource } from './domain-event.ts';

/** An event as the bus takes it. */
export interface BusEvent {
  readonly detailType: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly time: Date;
}

/** What one call takes: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevents.html */
const maxCallKeys = { entries: 10, bytes: 256 * 1024 };
/** Bytes that the time of an entry counts for, there. */
const bytesOfTime = 14;

interface Entry {
  readonly Source: string;
  readonly DetailType: string;
  readonly Detail: string;
  readonly Time: Date;
  readonly EventBusName: string;
}

/** The bus that everything which happened is announced on. */
export class EventBus {
  readonly #client: EventBridgeClient;
  readonly #name: string;

  constructor(client: EventBridgeClient, name: string) {
    this.#client = client;
    this.#name = name;
  }

  /**
   * Publishes events in their order, as many in a call as fit. Does not throw: one event may be taken and the next
   * one not. After a call that failed as a whole no other is made: the bus is away, and waiting for it again and
   * again would outlast the function.
   *
   * @returns for each event, in order, why the bus did not take it; `undefined` where it did
   */
  async publish(events: readonly BusEvent[]): Promise<readonly (Error | undefined)[]> {
    const outcomes: (Error | undefined)[] = [];
    let away: Error | undefined;
    for (const call of callsOf(events.map((event) => this.#entryOf(event)))) {
      try {
        outcomes.push(...(away === undefined ? await this.#put(call) : call.map(() => away)));
      } catch (error) {
        away = error instanceof Error ? error : new NotTaken(undefined);
        outcomes.push(...call.map(() => away));
      }
    }
    return outcomes;
  }

  async #put(entries: readonly Entry[]): Promise<readonly (Error | undefined)[]> {
    const { Entries = [] } = await this.#client.send(new PutEventsCommand({ Entries: [...entries] }));
    // The call as a whole succeeds even where the bus took none of its entries.
    return entries.map((_, index) => {
      const result = Entries[index];
      return result?.EventId === undefined ? new NotTaken(result?.ErrorCode) : undefined;
    });
  }

  #entryOf({ detailType, detail, time }: BusEvent): Entry {
    return {
      Source: eventSource,
      DetailType: detailType,
      Detail: JSON.stringify(detail),
      Time: time,
      EventBusName: this.#name,
    };
  }
}

/** The bus refused one entry of a call. Its own message stays out: it may quote the entry. */
class NotTaken extends Error {
  constructor(code: string | undefined) {
    super('The bus did not take the event');
    this.name = code ?? 'NotTaken';
  }
}

/** Consecutive entries that fit into one call. One that is too large goes alone, for the bus to refuse. */
function callsOf(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const calls: Entry[][] = [];
  let bytes = 0;
  for (const entry of entries) {
    const size = sizeOf(entry);
    const call = calls.at(-1);
    if (call === undefined || call.length === maxCallKeys.entries || bytes + size > maxCallKeys.bytes) {
      calls.push([entry]);
      bytes = size;
    } else {
      call.push(entry);
      bytes += size;
    }
  }
  return calls;
}

function sizeOf({ Source, DetailType, Detail }: Entry): number {
  return bytesOfTime + [Source, DetailType, Detail].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}
