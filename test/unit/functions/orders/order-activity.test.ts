import { expect, it } from 'vitest';
import { orderActivity } from '../../../../functions/orders/order-activity.ts';
import type { OrderRecord } from '../../../../functions/orders/order-record.ts';
import type { OrderEvent } from '../../../../shared/order/order-event.ts';

const order = { operatorId: 'north', ulid: '01KAMW0F0G7C8M1R2S3T4V5W6X' } as OrderRecord;
const event: OrderEvent = {
  schemaVersion: 1,
  at: '2026-11-22T09:00:00Z',
  by: { side: 'operator', role: 'technical', sub: 'anna' },
  state: { from: 'inProgress', to: 'inProgress' },
  items: [],
  changes: [],
};

it.each([
  ['created', { state: { to: 'acknowledged' } }, undefined],
  ['changed', { changes: [{ attribute: 'priority', to: '1' }] }, undefined],
  ['stateChanged', { state: { from: 'inProgress', to: 'held' } }, 'held'],
  ['stateChanged', { items: [{ itemId: '1', from: 'inProgress', to: 'completed' }] }, 'inProgress'],
  ['cancellationRequested', { cancellation: { id: 'c', to: 'acknowledged' } }, undefined],
] as const)('an order’s event is kept as %s: %j', (action, change, detail) => {
  const activity = orderActivity(order, { ...event, ...change } as OrderEvent);
  expect(activity).toMatchObject({
    action,
    subject: { type: 'productOrder', id: 'north-01KAMW0F0G7C8M1R2S3T4V5W6X' },
  });
  expect(activity.detail).toBe(detail);
  expect(activity.by.sub).toBe('anna');
});
