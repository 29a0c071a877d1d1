import * as z from 'zod';
import type { Actor } from './actor.ts';
import { type FieldChange, fieldChangeSchema } from './field-change.ts';

/** Attributes of every history item. Its history adds `by`, `kind`, and what its kinds need beside these. */
export const historyItemShape = {
  schemaVersion: z.literal(1),
  /** Number of the event in the history of its resource: 1 for the first one, then always one more. */
  sequence: z.int().positive(),
  at: z.string(),
  /** Request that made the change, as the logs name it. */
  requestId: z.string(),
  /** Changed fields, without personal data (`masking.ts`). */
  change: z.array(fieldChangeSchema),
  /** Why the change was made, in the words of its author. */
  reason: z.string().optional(),
};

/** Who makes a change, when, and in which request. */
export interface Cause<By extends Actor = Actor> {
  readonly by: By;
  readonly at: string;
  readonly requestId: string;
}

/** An event of a history. */
export interface HistoryItem extends Cause {
  readonly schemaVersion: 1;
  readonly sequence: number;
  readonly kind: string;
  readonly change: readonly FieldChange[];
  readonly reason?: string | undefined;
}

/** What happened, without its cause and its number. */
export type Happening<Event extends HistoryItem> = Omit<Event, 'schemaVersion' | 'sequence' | keyof Cause>;

/** The attribute of a resource's item that counts the events of its history. */
export const historySequenceSchema = z.int().nonnegative();

/** A resource whose item counts the events of its history. */
export interface Sequenced {
  readonly historySequence: number;
}

/** A resource with one more event in its history. */
export function withNextEvent<Resource extends Sequenced>(resource: Resource): Resource {
  return { ...resource, historySequence: resource.historySequence + 1 };
}
