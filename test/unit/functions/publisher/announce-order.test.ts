import { describe, expect, it } from 'vitest';
import { announce } from '../../../../functions/publisher/announce.ts';
import { domainEventSchema } from '../../../../shared/events/domain-event.ts';
import type { OrderEvent } from '../../../../shared/order/order-event.ts';

const order = '01K00000000000000000000001';
const sequenceKey = '0000000007';
const cancellationId = 'alfa-01K00000000000000000000003';

const submission: OrderEvent = {
  schemaVersion: 1,
  at: '2026-03-02T09:00:00.000Z',
  by: { side: 'operator', role: 'technical', sub: 'ivanov' },
  requestId: 'request',
  sequence: 7,
  kind: 'created',
  state: 'acknowledged',
  change: [
    { field: 'state', after: 'acknowledged' },
    { item: '1', field: 'state', after: 'acknowledged' },
  ],
};

function announced(item: Partial<OrderEvent>) {
  return announce({
    partitionKey: 'OP#alfa',
    sortKey: `ORDER/HISTORY#${order}#${sequenceKey}`,
    before: undefined,
    after: { ...submission, reason: 'Иванов попросил', ...item },
  });
}

const stateStep = (before: string, after: string) => ({ field: 'state', before, after });
const itemStep = { item: '1', ...stateStep('acknowledged', 'inProgress') };
const moved = (before: string, after: string) =>
  ({
    by: { side: 'carrier', role: 'manager', sub: 'petrov' },
    kind: 'transition',
    state: after,
    change: [stateStep(before, after), itemStep],
  }) satisfies Partial<OrderEvent>;
const proceeding = moved('acknowledged', 'inProgress');
const unchanged = { ...proceeding, change: [itemStep] } satisfies Partial<OrderEvent>;
const newDate = {
  field: 'expectedCompletionDate',
  item: '1',
  before: '2026-03-10T20:59:59.999Z',
  after: 'Иванов',
};

describe('an item of an order’s history announces', () => {
  it.each([
    ['its submission', {}, ['ProductOrderCreateEvent']],
    ['its next state', proceeding, ['ProductOrderStateChangeEvent']],
    ['the next state of an item alone', unchanged, ['ProductOrderAttributeValueChangeEvent']],
    ['a new promised date', { ...unchanged, change: [newDate] }, ['ProductOrderAttributeValueChangeEvent']],
    [
      'its next state together with a new date',
      { ...proceeding, change: [...proceeding.change, newDate] },
      ['ProductOrderStateChangeEvent', 'ProductOrderAttributeValueChangeEvent'],
    ],
    [
      'a request to cancel it',
      {
        ...moved('inProgress', 'assessingCancellation'),
        kind: 'cancellationRequested',
        cancellation: { id: cancellationId, to: 'acknowledged' },
      },
      ['ProductOrderStateChangeEvent', 'CancelProductOrderCreateEvent'],
    ],
    [
      'the result of that request',
      {
        ...moved('pendingCancellation', 'cancelled'),
        cancellation: { id: cancellationId, from: 'inProgress', to: 'done' },
      },
      ['ProductOrderStateChangeEvent', 'CancelProductOrderStateChangeEvent'],
    ],
    ['nothing if nothing changed', { ...unchanged, change: [] }, []],
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
    expect(announced({ ...proceeding, change: [...proceeding.change, newDate] })).toMatchObject([
      {
        operatorId: 'alfa',
        sequence: 7,
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
