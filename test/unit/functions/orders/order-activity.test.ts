import { expect, it } from 'vitest';
import { orderActivity } from '../../../../functions/orders/order-activity.ts';
import type { OrderRecord } from '../../../../functions/orders/order-record.ts';
import type { OrderHappening } from '../../../../shared/order/order-event.ts';

const order = { operatorId: 'north', ulid: '01KAMW0F0G7C8M1R2S3T4V5W6X' } as OrderRecord;
const cause = {
  at: '2026-11-22T09:00:00Z',
  by: { side: 'operator', role: 'technical', sub: 'anna' },
  requestId: 'request',
} as const;
const state = { field: 'state', before: 'inProgress' };

it.each([
  ['created', { kind: 'created', state: 'acknowledged' }, undefined],
  ['changed', { kind: 'changed', change: [{ field: 'priority', after: '1' }] }, undefined],
  ['changed', { change: [{ item: '1', field: 'expectedCompletionDate', after: 'x' }] }, undefined],
  ['stateChanged', { state: 'held', change: [{ ...state, after: 'held' }] }, 'held'],
  ['stateChanged', { change: [{ item: '1', ...state, after: 'completed' }] }, 'inProgress'],
  [
    'cancellationRequested',
    { kind: 'cancellationRequested', cancellation: { id: 'c', to: 'acknowledged' } },
    undefined,
  ],
] satisfies [string, Partial<OrderHappening>, string | undefined][])(
  'an order’s event is recorded as %s: %j',
  (action, happening, detail) => {
    const event: OrderHappening = { kind: 'transition', state: 'inProgress', change: [], ...happening };
    const activity = orderActivity(order, cause, event);
    expect(activity).toMatchObject({
      action,
      subject: { type: 'productOrder', id: 'north-01KAMW0F0G7C8M1R2S3T4V5W6X' },
    });
    expect(activity.detail).toBe(detail);
    expect(activity.by.sub).toBe('anna');
  },
);
