import * as z from 'zod/mini';
import { type OrderDraft, orderDraftSchema } from './draft.ts';
import type { NewOrderSearch } from './new-order-search.ts';

/** What the shelf needs of the browser's storage. */
export interface Shelf {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const prefix = 'cabinet-order-draft';

/** How long a draft that nobody comes back to is kept, in days. */
const keptDays = 30;

const keptDraftSchema = z.object({ savedAt: z.iso.datetime(), draft: orderDraftSchema });

export type KeptDraft = z.infer<typeof keptDraftSchema>;

/**
 * Where a draft is kept: everybody has one for each beginning of an order.
 *
 * @param subject who writes it
 */
export function draftKey(subject: string, { offering, modify, disconnect, copy }: NewOrderSearch): string {
  return [prefix, subject, offering, modify, disconnect, copy].map((part) => part ?? '').join(' ');
}

/** Reads a draft; none where there is none, or what is there is none of ours. */
export function readDraft(shelf: Shelf, key: string): KeptDraft | undefined {
  return parseKept(shelf.getItem(key));
}

/** Keeps a draft. A browser that keeps nothing, or has no room left, does not stop anybody from ordering. */
export function keepDraft(shelf: Shelf, key: string, draft: OrderDraft, now: Date): void {
  const kept: KeptDraft = { savedAt: now.toISOString(), draft };
  try {
    shelf.setItem(key, JSON.stringify(kept));
  } catch {
    // Nothing to do: what is on the screen stays there.
  }
}

export function discardDraft(shelf: Shelf, key: string): void {
  shelf.removeItem(key);
}

/** Forgets the drafts, of everybody on this browser, that nobody came back to. */
export function discardOldDrafts(shelf: Shelf, now: Date): void {
  const oldest = now.getTime() - keptDays * 86_400_000;
  const keys = Array.from({ length: shelf.length }, (_, index) => shelf.key(index) ?? '');
  for (const key of keys.filter((candidate) => candidate.startsWith(`${prefix} `))) {
    const kept = parseKept(shelf.getItem(key));
    if (kept === undefined || new Date(kept.savedAt).getTime() < oldest) shelf.removeItem(key);
  }
}

function parseKept(text: string | null): KeptDraft | undefined {
  if (text === null) return undefined;
  try {
    return keptDraftSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
