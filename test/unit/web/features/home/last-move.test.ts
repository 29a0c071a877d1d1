import { expect, test } from 'vitest';
import { lastMoveOf } from '../../../../../web/src/features/home/last-move.ts';

const placed = { orderDate: '2026-11-01T09:00:00.000Z', milestone: [], note: [] };
const note = (date: string) => ({
  id: 'note',
  author: 'Carrier',
  date,
  text: 'On its way',
  '@type': 'Note' as const,
});

test('an order that nothing happened to last moved when it was placed', () => {
  expect(lastMoveOf(placed)).toBe(placed.orderDate);
});

test('the latest event of an order counts, of any kind', () => {
  const noted = { ...placed, note: [note('2026-11-03T09:00:00.000Z'), note('2026-11-02T09:00:00.000Z')] };
  expect(lastMoveOf(noted)).toBe('2026-11-03T09:00:00.000Z');
  expect(lastMoveOf({ ...noted, completionDate: '2026-11-04T09:00:00.000Z' })).toBe(
    '2026-11-04T09:00:00.000Z',
  );
});
