import { describe, expect, it } from 'vitest';
import { emptyDraft } from '../../../../../../web/src/features/orders/new/draft.ts';
import {
  discardDraft,
  discardOldDrafts,
  draftKey,
  saveDraft,
  readDraft,
  type DraftStorage,
} from '../../../../../../web/src/features/orders/new/draft-storage.ts';

const now = new Date('2026-06-15T12:00:00Z');
const draft = { ...emptyDraft('key-1'), note: 'Позвоните' };
const key = draftKey('anna', { offering: 'port' });

function storageWith(entries: Record<string, string> = {}): DraftStorage & { readonly keys: () => string[] } {
  const map = new Map(Object.entries(entries));
  return {
    get length() {
      return map.size;
    },
    key: (index) => [...map.keys()][index] ?? null,
    getItem: (name) => map.get(name) ?? null,
    setItem: (name, value) => void map.set(name, value),
    removeItem: (name) => void map.delete(name),
    keys: () => [...map.keys()],
  };
}

describe('the draft of an order', () => {
  it('is found again with its key, which makes sending it twice one order', () => {
    const storage = storageWith();
    saveDraft(storage, key, draft, now);
    expect(readDraft(storage, key)).toEqual({ savedAt: now.toISOString(), draft });
  });

  it('is restored if it was saved before an order had a start and a priority', () => {
    const earlier = { ...draft, requestedStartDate: undefined, priority: undefined };
    const storage = storageWith({ [key]: JSON.stringify({ savedAt: now.toISOString(), draft: earlier }) });
    expect(readDraft(storage, key)?.draft).toEqual(draft);
  });

  it('belongs to one person and one beginning', () => {
    const keys = [
      key,
      draftKey('boris', { offering: 'port' }),
      draftKey('anna', { modify: 'port' }),
      draftKey('anna', {}),
    ];
    expect(new Set(keys).size).toBe(4);
  });

  it('does not exist after it has been discarded', () => {
    const storage = storageWith();
    saveDraft(storage, key, draft, now);
    discardDraft(storage, key);
    expect(readDraft(storage, key)).toBeUndefined();
  });

  it.each([
    'not JSON',
    '{}',
    JSON.stringify({ savedAt: now.toISOString(), draft: { ...draft, schemaVersion: 2 } }),
  ])('starts from scratch if the stored draft cannot be read: %s', (text) => {
    expect(readDraft(storageWith({ [key]: text }), key)).toBeUndefined();
  });

  it('is forgotten after thirty days; what others keep beside it is not', () => {
    const storage = storageWith({ 'cabinet-language': 'ru', 'cabinet-order-draft anna broken': 'x' });
    saveDraft(storage, `${key} old`, draft, new Date('2026-05-15T12:00:00Z'));
    saveDraft(storage, `${key} recent`, draft, new Date('2026-05-17T12:00:00Z'));
    discardOldDrafts(storage, now);
    expect(storage.keys()).toEqual(['cabinet-language', `${key} recent`]);
  });

  it('does without a browser that keeps nothing', () => {
    const full: DraftStorage = {
      ...storageWith(),
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
    };
    expect(() => {
      saveDraft(full, key, draft, now);
    }).not.toThrow();
  });
});
