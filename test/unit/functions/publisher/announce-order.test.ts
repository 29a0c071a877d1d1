import { describe, expect, it } from 'vitest';
import { announce } from '../../../../functions/publisher/announce.ts';
import { domainEventSchema } from '../../../../shared/events/domain-event.ts';
import type { OrderEvent } from '../../../../shared/order/order-event.ts';

const order = '01K00000000000000000000001';
const event = '01K00000000000000000000002';
const cancellationId = 'alfa-01K00000000000000000000003';

const submission: OrderEvent = {
  schemaVersion: 1,
  at: '2026-03-02T09:00:00.000Z',
  by: { side: 'operator', role: 'technical', sub: 'ivanov' },
  state: { to: 'acknowledged' },
  items: [{ itemId: '1', to: 'acknowledged' }],
  changes: [],
};

function announced(item: Partial<OrderEvent>) {
  return announce({
    partitionKey: 'OP#alfa',
    sortKey: `ORDER/HISTORY#${order}#${event}`,
    before: undefined,
    after: { ...submission, reason: 'Иванов попросил', ...item },
  });
}

const proceeding: Partial<OrderEvent> = {
  by: { side: 'carrier', role: 'manager', sub: 'petrov' },
  state: { from: 'acknowledged', to: 'inProgress' },
  items: [{ itemId: '1', from: 'acknowledged', to: 'inProgress' }],
};
const unchanged: Partial<OrderEvent> = { ...proceeding, state: { from: 'inProgress', to: 'inProgress' } };
const newDate: OrderEvent['changes'] = [
  { attribute: 'expectedCompletionDate', itemId: '1', from: '2026-03-10T20:59:59.999Z', to: 'Иванов' },
];

describe('an item of an order’s history announces', () => {
  it.each([
    ['its submission', {}, ['ProductOrderCreateEvent']],
    ['its next state', proceeding, ['ProductOrderStateChangeEvent']],
    ['the next state of an item alone', unchanged, ['ProductOrderAttributeValueChangeEvent']],
    [
      'another promised date',
      { ...unchanged, items: [], changes: newDate },
      ['ProductOrderAttributeValueChangeEvent'],
    ],
    [
      'its next state together with another date',
      { ...proceeding, changes: newDate },
      ['ProductOrderStateChangeEvent', 'ProductOrderAttributeValueChangeEvent'],
    ],
    [
      'a request to cancel it',
      {
        ...proceeding,
        state: { from: 'inProgress', to: 'assessingCancellation' },
        cancellation: { id: cancellationId, to: 'acknowledged' },
      },
      ['ProductOrderStateChangeEvent', 'CancelProductOrderCreateEvent'],
    ],
    [
      'the outcome of that request',
      {
        ...proceeding,
        state: { from: 'pendingCancellation', to: 'cancelled' },
        cancellation: { id: cancellationId, from: 'inProgress', to: 'done' },
      },
      ['ProductOrderStateChangeEvent', 'CancelProductOrderStateChangeEvent'],
    ],
    ['nothing if nothing changed', { ...unchanged, items: [] }, []],
  ] satisfies [string, Partial<OrderEvent>, string[]][])('%s', (_name, item, expected) => {
    const events = announced(item);
    expect(events.map(({ eventType }) => eventType)).toEqual(expected);
    expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(expected.length);
    for (const one of events) {
      expect(domainEventSchema.parse(one)).toEqual(one);
      expect(JSON.stringify(one)).not.toMatch(/ivanov|petrov|Иванов/);
    }
  });

  it('the resource, the states before and after, and the side that made the change', () => {
    expect(announced({ ...proceeding, changes: newDate })).toMatchObject([
      {
        operatorId: 'alfa',
        side: 'carrier',
        resource: {
          type: 'productOrder',
          id: `alfa-${order}`,
          href: `/tmf-api/productOrderingManagement/v4/productOrder/alfa-${order}`,
        },
        state: 'inProgress',
        previousState: 'acknowledged',
        items: [{ itemId: '1', state: 'inProgress', previousState: 'acknowledged' }],
      },
      { changed: [{ itemId: '1', attribute: 'expectedCompletionDate' }] },
    ]);
  });

  it('a cancellation request with its own id and address', () => {
    const [, request] = announced({
      ...proceeding,
      cancellation: { id: cancellationId, to: 'acknowledged' },
    });
    expect(request?.resource).toEqual({
      type: 'cancelProductOrder',
      id: cancellationId,
      href: `/tmf-api/productOrderingManagement/v4/cancelProductOrder/${cancellationId}`,
    });
  });
});
