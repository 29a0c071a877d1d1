import { beforeEach, expect, test, vi } from 'vitest';
import { rememberVisit } from '../../../../../web/src/features/home/last-visit.ts';

const minutesAfter = (minutes: number) => new Date(Date.UTC(2026, 10, 25, 9, minutes));

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
});

test('the first visit comes after none', () => {
  expect(rememberVisit(minutesAfter(0))).toBeUndefined();
  expect(rememberVisit(minutesAfter(10))).toBeUndefined();
});

test('another visit comes after the end of the one before it, however often the page is opened during it', () => {
  rememberVisit(minutesAfter(0));
  rememberVisit(minutesAfter(20));
  expect(rememberVisit(minutesAfter(60))).toBe(minutesAfter(20).toISOString());
  expect(rememberVisit(minutesAfter(85))).toBe(minutesAfter(20).toISOString());
  expect(rememberVisit(minutesAfter(115))).toBe(minutesAfter(85).toISOString());
});
