import * as z from 'zod/mini';
import { priorities, defaultPriority } from '../priorities.ts';

const enteredValue = z.union([z.string(), z.number(), z.boolean()]);

const place = z.object({ role: z.string(), name: z.string(), id: z.optional(z.string()) });

const common = {
  id: z.string(),
  /** The item that has to be completed first. */
  reliesOn: z.optional(z.string()),
};

/** Entered values by characteristic name; an empty text is a removed value. */
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

/** An order that is being edited: only what was entered. */
export const orderDraftSchema = z.object({
  schemaVersion: z.literal(1),
  /** One per order: sending it again after a lost answer orders once. */
  idempotencyKey: z.string(),
  externalId: z.string(),
  /** Days in Moscow, `2026-01-31`; empty if none is requested. Older drafts have no start and no priority. */
  requestedStartDate: z._default(z.string(), ''),
  requestedCompletionDate: z.string(),
  priority: z._default(z.enum(priorities), defaultPriority),
  notificationContact: z.string(),
  description: z.string(),
  note: z.string(),
  items: z.array(itemDraft),
});

export type OrderDraft = z.infer<typeof orderDraftSchema>;
export type ItemDraft = z.infer<typeof itemDraft>;
export type PlaceDraft = z.infer<typeof place>;
export type EnteredValue = z.infer<typeof enteredValue>;

/** Action of an item, and its service or offering. */
export type ItemStart =
  | { readonly action: 'add'; readonly offeringId: string }
  | { readonly action: 'modify' | 'delete'; readonly productId: string };

/** Maximum number of items of an order (the API's limit). */
export const maxItems = 40;

/** An empty order. */
export function emptyDraft(idempotencyKey: string): OrderDraft {
  return {
    schemaVersion: 1,
    idempotencyKey,
    externalId: '',
    requestedStartDate: '',
    requestedCompletionDate: '',
    priority: defaultPriority,
    notificationContact: '',
    description: '',
    note: '',
    items: [],
  };
}

/** The order with another item, which gets a unique id. */
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

/** The order without an item and without references to it. */
export function removeItem(draft: OrderDraft, itemId: string): OrderDraft {
  return {
    ...draft,
    items: draft.items
      .filter(({ id }) => id !== itemId)
      .map((item) => (item.reliesOn === itemId ? { ...item, reliesOn: undefined } : item)),
  };
}

/** The order with the item of this id replaced. */
export function replaceItem(draft: OrderDraft, replacement: ItemDraft): OrderDraft {
  return { ...draft, items: draft.items.map((item) => (item.id === replacement.id ? replacement : item)) };
}
