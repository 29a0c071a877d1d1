import { expect, it } from 'vitest';
import { withNextEvent } from '../../../../shared/history/history-item.ts';
import { orderHistory } from '../../../../shared/order/order-history.ts';
import { Partition } from '../../../../shared/table/partition.ts';

const partition = Partition.ofAccess({ side: 'operator', operatorId: 'alfa', roles: [] }, '');
const history = orderHistory(partition, '01K00000000000000000000001');
const cause = {
  by: { side: 'operator', role: 'technical', sub: 'anna', name: 'Анна Зимина' },
  at: '2026-03-02T09:00:00.000Z',
  requestId: 'request',
} as const;
const changed = {
  kind: 'changed',
  state: 'held',
  change: [{ field: 'notificationContact', before: 'anna@example.com' }],
} as const;

it('an event has the number of its resource, its cause, and its changes without personal data', () => {
  const order = withNextEvent({ version: 7, historySequence: 2 });
  expect(order).toEqual({ version: 7, historySequence: 3 });
  const item = {
    schemaVersion: 1,
    sequence: 3,
    ...cause,
    kind: 'changed',
    state: 'held',
    change: [{ field: 'notificationContact', before: '***' }],
  };
  const action = history.append(order, cause, { ...changed, change: [...changed.change] });
  expect(action).toMatchObject({ put: history.key(3), item, expect: 'absent' });
  expect(history.parse(item)).toEqual(item);
});

it('is sorted by its number', () => {
  const keys = [1, 2, 9, 10, 99, 100, 12_345].map((sequence) => history.key(sequence).sortKey);
  expect(keys.toSorted()).toEqual(keys);
});

it.each(['sequence', 'at', 'by', 'requestId', 'kind', 'change'])('an item without %s is none', (name) => {
  const { [name]: _, ...rest } = {
    ...history.event({ historySequence: 1 }, cause, { ...changed, change: [] }),
  } as Record<string, unknown>;
  expect(() => history.parse(rest)).toThrow();
});

it.each([0, -1, 1.5])('no event has the number %d', (historySequence) => {
  expect(() => history.event({ historySequence }, cause, { ...changed, change: [] })).toThrow();
});
