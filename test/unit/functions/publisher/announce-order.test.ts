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

const going: Partial<OrderEvent> = {
  by: { side: 'carrier', role: 'manager', sub: 'petrov' },
  state: { from: 'acknowledged', to: 'inProgress' },
  items: [{ itemId: '1', from: 'acknowledged', to: 'inProgress' }],
};
const staying: Partial<OrderEvent> = { ...going, state: { from: 'inProgress', to: 'inProgress' } };
const redating: OrderEvent['changes'] = [
  { attribute: 'expectedCompletionDate', itemId: '1', from: '2026-03-10T20:59:59.999Z', to: 'Иванов' },
];

describe('an item of the history of an order announces', () => {
  it.each([
    ['its submission', {}, ['ProductOrderCreateEvent']],
    ['its next state', going, ['ProductOrderStateChangeEvent']],
    ['the next state of an item alone', staying, ['ProductOrderAttributeValueChangeEvent']],
    [
      'another promised date',
      { ...staying, items: [], changes: redating },
      ['ProductOrderAttributeValueChangeEvent'],
    ],
    [
      'its next state together with another date',
      { ...going, changes: redating },
      ['ProductOrderStateChangeEvent', 'ProductOrderAttributeValueChangeEvent'],
    ],
    [
      'a request to cancel it',
      {
        ...going,
        state: { from: 'inProgress', to: 'assessingCancellation' },
        cancellation: { id: cancellationId, to: 'acknowledged' },
      },
      ['ProductOrderStateChangeEvent', 'CancelProductOrderCreateEvent'],
    ],
    [
      'what became of that request',
      {
        ...going,
        state: { from: 'pendingCancellation', to: 'cancelled' },
        cancellation: { id: cancellationId, from: 'inProgress', to: 'done' },
      },
      ['ProductOrderStateChangeEvent', 'CancelProductOrderStateChangeEvent'],
    ],
    ['nothing where nothing changed', { ...staying, items: [] }, []],
  ] satisfies [string, Partial<OrderEvent>, string[]][])('%s', (_name, item, expected) => {
    const events = announced(item);
    expect(events.map(({ eventType }) => eventType)).toEqual(expected);
    expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(expected.length);
    for (const one of events) {
      expect(domainEventSchema.parse(one)).toEqual(one);
      expect(JSON.stringify(one)).not.toMatch(/ivanov|petrov|Иванов/);
    }
  });

  it('what it is about, the states before and after, and whose doing it was', () => {
    expect(announced({ ...going, changes: redating })).toMatchObject([
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

  it('the request for cancellation by its own id and address', () => {
    const [, request] = announced({
      ...going,
      cancellation: { id: cancellationId, to: 'acknowledged' },
    });
    expect(request?.resource).toEqual({
      type: 'cancelProductOrder',
      id: cancellationId,
      href: `/tmf-api/productOrderingManagement/v4/cancelProductOrder/${cancellationId}`,
    });
  });
});
