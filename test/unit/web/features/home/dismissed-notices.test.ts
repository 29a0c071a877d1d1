import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DismissedNotices } from '../../../../../web/src/features/home/dismissed-notices.ts';

let kept: Map<string, string>;

beforeEach(() => {
  kept = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const works = { id: 'works', version: 1 };
const prices = { id: 'prices', version: 3 };

describe('a notice that was put away', () => {
  it('is remembered in this browser, and the others are shown', () => {
    expect(DismissedNotices.read().has(works)).toBe(false);
    const dismissed = DismissedNotices.read().with(works, [works, prices]);
    for (const known of [dismissed, DismissedNotices.read()])
      expect([known.has(works), known.has(prices)]).toEqual([true, false]);
  });

  it('is shown again once it was changed', () => {
    DismissedNotices.read().with(works, [works]);
    expect(DismissedNotices.read().has({ ...works, version: 2 })).toBe(false);
  });

  it('is forgotten once it is no longer in force', () => {
    DismissedNotices.read().with(works, [works, prices]);
    DismissedNotices.read().with(prices, [prices]);
    expect([...kept.values()]).toEqual(['prices/3']);
  });
});
