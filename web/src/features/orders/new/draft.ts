import * as z from 'zod/mini';
import { priorities, usualPriority } from '../priorities.ts';

const enteredValue = z.union([z.string(), z.number(), z.boolean()]);

const place = z.object({ role: z.string(), name: z.string(), id: z.optional(z.string()) });

const common = {
  id: z.string(),
  /** The item that has to be done first. */
  reliesOn: z.optional(z.string()),
};

/** What was entered, by the name of the characteristic; an empty text is a value that was taken away. */
const values = z.record(z.string(), enteredValue);

const itemDraft = z.discriminatedUnion('action', [
  z.object({
    action: z.literal('add'),
    ...common,
    offeringId: z.string(),
    values,
    places: z.array(place),
  }),
  z.object({ action: z.literal('modify'), ...common, productId: z.string(), values }),
  z.object({ action: z.literal('delete'), ...common, productId: z.string() }),
]);

/** An order that is being written: what was entered, and nothing that can be read elsewhere. */
export const orderDraftSchema = z.object({
  schemaVersion: z.literal(1),
  /** One for one order: sending it again after a lost answer orders once. */
  idempotencyKey: z.string(),
  externalId: z.string(),
  /** Days in Moscow, `2026-01-31`; empty where none is wished for. A draft of before had no start and no priority. */
  requestedStartDate: z._default(z.string(), ''),
  requestedCompletionDate: z.string(),
  priority: z._default(z.enum(priorities), usualPriority),
  notificationContact: z.string(),
  description: z.string(),
  note: z.string(),
  items: z.array(itemDraft),
});

export type OrderDraft = z.infer<typeof orderDraftSchema>;
export type ItemDraft = z.infer<typeof itemDraft>;
export type PlaceDraft = z.infer<typeof place>;
export type EnteredValue = z.infer<typeof enteredValue>;

/** What an item is to do, and to what. */
export type ItemStart =
  | { readonly action: 'add'; readonly offeringId: string }
  | { readonly action: 'modify' | 'delete'; readonly productId: string };

/** Items that one order can have (the API's limit). */
export const maxItems = 40;

/** An order with nothing in it. */
export function emptyDraft(idempotencyKey: string): OrderDraft {
  return {
    schemaVersion: 1,
    idempotencyKey,
    externalId: '',
    requestedStartDate: '',
    requestedCompletionDate: '',
    priority: usualPriority,
    notificationContact: '',
    description: '',
    note: '',
    items: [],
  };
}

/** The order with one more item, which gets an id that no other has. */
export function addItem(draft: OrderDraft, start: ItemStart): OrderDraft {
  const id = String(Math.max(0, ...draft.items.map((item) => Number(item.id) || 0)) + 1);
  return { ...draft, items: [...draft.items, itemOf(id, start)] };
}

function itemOf(id: string, start: ItemStart): ItemDraft {
  switch (start.action) {
    case 'add':
      return { id, action: 'add', offeringId: start.offeringId, values: {}, places: [] };
    case 'modify':
      return { id, action: 'modify', productId: start.productId, values: {} };
    case 'delete':
      return { id, action: 'delete', productId: start.productId };
  }
}

/** The order without an item; nothing relies on it any more. */
export function removeItem(draft: OrderDraft, itemId: string): OrderDraft {
  return {
    ...draft,
    items: draft.items
      .filter(({ id }) => id !== itemId)
      .map((item) => (item.reliesOn === itemId ? { ...item, reliesOn: undefined } : item)),
  };
}

/** The order with another item in the place of the one that has its id. */
export function replaceItem(draft: OrderDraft, replacement: ItemDraft): OrderDraft {
  return { ...draft, items: draft.items.map((item) => (item.id === replacement.id ? replacement : item)) };
}
