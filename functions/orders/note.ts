import type { SignedInActor } from '../../shared/history/actor.ts';
import { inlineNotes, type Note, type OrderRecord } from './order-record.ts';

interface Writing {
  readonly text: string;
  readonly ulid: string;
  readonly by: SignedInActor;
  readonly now: Date;
}

/** The order with a new note; the newest ten stand in the order itself. */
export function addNote(
  order: OrderRecord,
  { text, ulid, by, now }: Writing,
): { readonly order: OrderRecord; readonly note: Note } {
  const note: Note = { ulid, at: now.toISOString(), by, text };
  return {
    order: { ...order, version: order.version + 1, notes: [note, ...order.notes].slice(0, inlineNotes) },
    note,
  };
}
