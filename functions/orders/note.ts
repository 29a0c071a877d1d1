import type { SignedInActor } from '../../shared/history/actor.ts';
import { inlineNotes, type Note, type OrderRecord } from './order-record.ts';

interface Writing {
  readonly text: string;
  readonly ulid: string;
  readonly by: SignedInActor;
  readonly now: Date;
}

/** An order with its new note. */
export interface NotedOrder {
  readonly order: OrderRecord;
  readonly note: Note;
}

/** Adds a note to an order, which itself holds the newest ten. */
export function addNote(order: OrderRecord, { text, ulid, by, now }: Writing): NotedOrder {
  const note: Note = { ulid, at: now.toISOString(), by, text };
  return {
    order: { ...order, version: order.version + 1, notes: [note, ...order.notes].slice(0, inlineNotes) },
    note,
  };
}
