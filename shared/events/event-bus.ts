import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { eventSource } from './domain-event.ts';

/** An event to publish. */
export interface BusEvent {
  readonly detailType: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly time: Date;
}

/** Limits of a call: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevents.html */
const maxCall = { entries: 10, bytes: 256 * 1024 };
/** Bytes that an entry's time counts as. */
const timeBytes = 14;

interface Entry {
  readonly Source: string;
  readonly DetailType: string;
  readonly Detail: string;
  readonly Time: Date;
  readonly EventBusName: string;
}

/** The bus of domain events. */
export class EventBus {
  readonly #client: EventBridgeClient;
  readonly #name: string;

  constructor(client: EventBridgeClient, name: string) {
    this.#client = client;
    this.#name = name;
  }

  /**
   * Publishes events in order, in as few calls as possible. Does not throw, since some events may be accepted and others
   * not. After a call that failed completely, no further calls are made: the bus is unavailable, and more attempts would
   * exceed the function's timeout.
   *
   * @returns for each event, in order, why the bus did not accept it; `undefined` if it did
   */
  async publish(events: readonly BusEvent[]): Promise<readonly (Error | undefined)[]> {
    const outcomes: (Error | undefined)[] = [];
    let unavailable: Error | undefined;
    for (const call of callsOf(events.map((event) => this.#entryOf(event)))) {
      try {
        outcomes.push(...(unavailable === undefined ? await this.#put(call) : call.map(() => unavailable)));
      } catch (error) {
        unavailable = error instanceof Error ? error : new NotAccepted(undefined);
        outcomes.push(...call.map(() => unavailable));
      }
    }
    return outcomes;
  }

  async #put(entries: readonly Entry[]): Promise<readonly (Error | undefined)[]> {
    const { Entries = [] } = await this.#client.send(new PutEventsCommand({ Entries: [...entries] }));
    // The call succeeds even if the bus accepts none of its entries.
    return entries.map((_, index) => {
      const result = Entries[index];
      return result?.EventId === undefined ? new NotAccepted(result?.ErrorCode) : undefined;
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

/** The bus rejected an entry of a call. Its message is left out, since it may quote the entry. */
class NotAccepted extends Error {
  constructor(code: string | undefined) {
    super('The bus did not accept the event');
    this.name = code ?? 'NotAccepted';
  }
}

/** Groups consecutive entries into calls. An entry that is too large gets its own call, which the bus rejects. */
function callsOf(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const calls: Entry[][] = [];
  let bytes = 0;
  for (const entry of entries) {
    const size = sizeOf(entry);
    const call = calls.at(-1);
    if (call === undefined || call.length === maxCall.entries || bytes + size > maxCall.bytes) {
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
  return timeBytes + [Source, DetailType, Detail].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}
