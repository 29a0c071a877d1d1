import { describe, expect, it } from 'vitest';
import { emptyDraft } from '../../../../../../web/src/features/orders/new/draft.ts';
import {
  discardDraft,
  discardOldDrafts,
  draftKey,
  keepDraft,
  readDraft,
  type Shelf,
} from '../../../../../../web/src/features/orders/new/draft-shelf.ts';

const now = new Date('2026-06-15T12:00:00Z');
const draft = { ...emptyDraft('key-1'), note: 'Позвоните' };
const key = draftKey('anna', { offering: 'port' });

function shelfWith(entries: Record<string, string> = {}): Shelf & { readonly keys: () => string[] } {
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
    const shelf = shelfWith();
    keepDraft(shelf, key, draft, now);
    expect(readDraft(shelf, key)).toEqual({ savedAt: now.toISOString(), draft });
  });

  it('is found again where it was kept before an order had a start and a priority', () => {
    const earlier = { ...draft, requestedStartDate: undefined, priority: undefined };
    const shelf = shelfWith({ [key]: JSON.stringify({ savedAt: now.toISOString(), draft: earlier }) });
    expect(readDraft(shelf, key)?.draft).toEqual(draft);
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

  it('is gone once it is discarded', () => {
    const shelf = shelfWith();
    keepDraft(shelf, key, draft, now);
    discardDraft(shelf, key);
    expect(readDraft(shelf, key)).toBeUndefined();
  });

  it.each([
    'not JSON',
    '{}',
    JSON.stringify({ savedAt: now.toISOString(), draft: { ...draft, schemaVersion: 2 } }),
  ])('starts from scratch if the stored draft cannot be read: %s', (text) => {
    expect(readDraft(shelfWith({ [key]: text }), key)).toBeUndefined();
  });

  it('is forgotten after thirty days; what others keep beside it is not', () => {
    const shelf = shelfWith({ 'cabinet-language': 'ru', 'cabinet-order-draft anna broken': 'x' });
    keepDraft(shelf, `${key} old`, draft, new Date('2026-05-15T12:00:00Z'));
    keepDraft(shelf, `${key} recent`, draft, new Date('2026-05-17T12:00:00Z'));
    discardOldDrafts(shelf, now);
    expect(shelf.keys()).toEqual(['cabinet-language', `${key} recent`]);
  });

  it('does without a browser that keeps nothing', () => {
    const full: Shelf = {
      ...shelfWith(),
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
    };
    expect(() => {
      keepDraft(full, key, draft, now);
    }).not.toThrow();
  });
});
