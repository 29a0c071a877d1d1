import { describe, expect, it } from 'vitest';
import { buildOrder } from '../../../../../../web/src/features/orders/new/build-order.ts';
import {
  addItem,
  emptyDraft,
  type OrderDraft,
  replaceItem,
} from '../../../../../../web/src/features/orders/new/draft.ts';
import { known } from './fixture.ts';

function connectionWith(change: object, offeringId = 'port'): OrderDraft {
  const draft = addItem(emptyDraft('key'), { action: 'add', offeringId });
  return replaceItem(draft, { ...draft.items[0]!, ...change });
}

function changeWith(values: Record<string, string | number | boolean>): OrderDraft {
  const draft = addItem(emptyDraft('key'), { action: 'modify', productId: 'north-1' });
  return replaceItem(draft, { id: '1', action: 'modify', productId: 'north-1', values });
}

describe('the request for an order', () => {
  it('contains entered and default values, and omits empty ones', () => {
    const draft = connectionWith({
      values: { network: 'corporate', bandwidth: 200, contact: '  ' },
      places: [
        { role: 'installation', name: ' ' },
        { role: 'endPointA', name: ' Псков ' },
      ],
    });
    expect(buildOrder(draft, known).body.productOrderItem).toEqual([
      {
        id: '1',
        action: 'add',
        productOffering: { id: 'port' },
        product: {
          productCharacteristic: [
            { name: 'network', value: 'corporate' },
            { name: 'bandwidth', value: 200 },
            { name: 'profile', value: 'data' },
            { name: 'multicast', value: false },
          ],
          place: [{ role: 'endPointA', name: 'Псков' }],
        },
      },
    ]);
  });

  it('names of a delivered service only what becomes something else', () => {
    const { body } = buildOrder(changeWith({ network: 'other', bandwidth: 100, profile: 'voice' }), known);
    expect(body.productOrderItem[0]?.product).toEqual({
      id: 'north-1',
      productCharacteristic: [{ name: 'profile', value: 'voice' }],
    });
  });

  it('gives a disconnection only the service', () => {
    const draft = addItem(emptyDraft('key'), { action: 'delete', productId: 'north-1' });
    expect(buildOrder(draft, known).body).toEqual({
      productOrderItem: [{ id: '1', action: 'delete', product: { id: 'north-1' } }],
    });
  });

  it('takes places from the characteristics that say them, by their labels', () => {
    const draft = connectionWith(
      { values: { endPointA: 'Псков', node: 'MSK-M9' }, places: [{ role: 'node', name: 'stale' }] },
      'line',
    );
    expect(buildOrder(draft, known).body.productOrderItem[0]?.product?.place).toEqual([
      { role: 'endPointA', name: 'Псков' },
      { role: 'node', name: 'Москва, ММТС-9', id: 'MSK-M9' },
    ]);
  });

  it('asks for a day by its end in Moscow, and leaves out what was not said of the order', () => {
    const { body } = buildOrder(
      {
        ...emptyDraft('key'),
        requestedCompletionDate: '2026-12-31',
        externalId: ' A-1 ',
        description: ' ',
        note: 'Позвоните',
      },
      known,
    );
    expect(body).toEqual({
      requestedCompletionDate: '2026-12-31T23:59:00+03:00',
      externalId: 'A-1',
      note: [{ text: 'Позвоните' }],
      productOrderItem: [],
    });
  });

  it('says when to begin and how urgent it is, where that is said', () => {
    const draft: OrderDraft = { ...emptyDraft('key'), requestedStartDate: '2026-07-01', priority: '1' };
    expect(buildOrder(draft, known).body).toEqual({
      requestedStartDate: '2026-07-01T00:00:00+03:00',
      priority: '1',
      productOrderItem: [],
    });
    expect(buildOrder(emptyDraft('key'), known).body).toEqual({ productOrderItem: [] });
  });

  it('names the item that another one relies on', () => {
    const draft = addItem(connectionWith({}), { action: 'delete', productId: 'north-1' });
    const { body } = buildOrder(
      replaceItem(draft, { id: '2', action: 'delete', productId: 'north-1', reliesOn: '1' }),
      known,
    );
    expect(body.productOrderItem[1]?.productOrderItemRelationship).toEqual([
      { id: '1', relationshipType: 'reliesOn' },
    ]);
  });
});
