import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { objectEventSchema, type ObjectEvent } from './object-event.ts';

const retryDelayMs = 1000;

const entrySchema = z.object({
  sequence: z.number(),
  event: z.string().transform((json) => objectEventSchema.parse(JSON.parse(json))),
});

/** Events written in the same transaction as the change, so that a crash loses none. */
export interface Outbox {
  /** Call it inside that transaction. */
  add(event: ObjectEvent): void;
  /** Delivers waiting events in order, and retries a second later when the listener fails. */
  deliver(): void;
  /** Stops after the current event; the rest waits for the next start. */
  close(): Promise<void>;
}

export function openOutbox(
  database: DatabaseSync,
  onEvent: (event: ObjectEvent) => void | Promise<void>,
): Outbox {
  const insert = database.prepare('INSERT INTO outbox (event) VALUES (?)');
  const selectFirst = database.prepare('SELECT * FROM outbox ORDER BY sequence LIMIT 1');
  const remove = database.prepare('DELETE FROM outbox WHERE sequence = ?');
  let isClosed = false;
  let isDelivering = false;
  let delivery = Promise.resolve();
  let retry: NodeJS.Timeout | undefined;

  const deliverAll = async (): Promise<void> => {
    isDelivering = true;
    clearTimeout(retry);
    try {
      for (;;) {
        const entry = isClosed ? undefined : entrySchema.optional().parse(selectFirst.get());
        if (!entry) return;
        await onEvent(entry.event);
        remove.run(entry.sequence);
      }
    } catch (error) {
      console.error('S3: an event was not accepted, retrying', error);
      if (!isClosed) retry = setTimeout(deliver, retryDelayMs);
    } finally {
      isDelivering = false;
    }
  };
  const deliver = (): void => {
    if (!isDelivering) delivery = deliverAll();
  };
  return {
    add: (event) => void insert.run(JSON.stringify(event)),
    deliver,
    async close() {
      isClosed = true;
      clearTimeout(retry);
      await delivery;
    },
  };
}
