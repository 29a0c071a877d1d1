import * as z from 'zod/mini';
import { type OrderDraft, orderDraftSchema } from './draft.ts';
import type { NewOrderSearch } from './new-order-search.ts';

/** What is used of the browser's `localStorage`. */
export interface DraftStorage {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const prefix = 'cabinet-order-draft';

/** How long an abandoned draft is kept, in days. */
const retentionDays = 30;

const savedDraftSchema = z.object({ savedAt: z.iso.datetime(), draft: orderDraftSchema });

export type SavedDraft = z.infer<typeof savedDraftSchema>;

/**
 * Key of a draft: one per user and per way of starting an order.
 *
 * @param subject the user's subject
 */
export function draftKey(subject: string, { offering, modify, disconnect, copy }: NewOrderSearch): string {
  return [prefix, subject, offering, modify, disconnect, copy].map((part) => part ?? '').join(' ');
}

/** Reads a draft; undefined if there is none or it is invalid. */
export function readDraft(storage: DraftStorage, key: string): SavedDraft | undefined {
  return parseSaved(storage.getItem(key));
}

/** Saves a draft. A browser without storage, or whose storage is full, does not prevent ordering. */
export function saveDraft(storage: DraftStorage, key: string, draft: OrderDraft, now: Date): void {
  const saved: SavedDraft = { savedAt: now.toISOString(), draft };
  try {
    storage.setItem(key, JSON.stringify(saved));
  } catch {
    // Nothing to do: the form on the screen stays.
  }
}

export function discardDraft(storage: DraftStorage, key: string): void {
  storage.removeItem(key);
}

/** Deletes the abandoned drafts of all users of this browser. */
export function discardOldDrafts(storage: DraftStorage, now: Date): void {
  const oldest = now.getTime() - retentionDays * 86_400_000;
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  for (const key of keys.filter((candidate) => candidate.startsWith(`${prefix} `))) {
    const saved = parseSaved(storage.getItem(key));
    if (saved === undefined || new Date(saved.savedAt).getTime() < oldest) storage.removeItem(key);
  }
}

function parseSaved(text: string | null): SavedDraft | undefined {
  if (text === null) return undefined;
  try {
    return savedDraftSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
