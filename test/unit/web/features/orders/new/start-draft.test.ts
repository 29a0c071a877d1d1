import { describe, expect, it } from 'vitest';
import { addItem, emptyDraft, removeItem } from '../../../../../../web/src/features/orders/new/draft.ts';
import { type CopiedOrder, startDraft } from '../../../../../../web/src/features/orders/new/start-draft.ts';

type CopiedItem = CopiedOrder['productOrderItem'][number];

function item(id: string, action: CopiedItem['action'], change: Partial<CopiedItem>): CopiedItem {
  return {
    id,
    action,
    quantity: 1,
    productOffering: { id: 'port' },
    product: { name: 'Порт', productSpecification: { id: 'port', version: '1' } },
    itemPrice: [],
    itemTotalPrice: [],
    nextState: [],
    milestone: [],
    overdue: false,
    '@type': 'CabinetProductOrderItem',
    '@baseType': 'ProductOrderItem',
    ...change,
  };
}

const specification = { name: 'Порт', productSpecification: { id: 'port', version: '1' } };

const earlier: CopiedOrder = {
  id: 'north-0',
  href: '',
  '@type': 'CabinetProductOrder',
  '@baseType': 'ProductOrder',
  state: 'completed',
  orderDate: '2026-01-01T00:00:00Z',
  externalId: 'A-1',
  description: 'Филиал',
  priority: '4',
  requestedCompletionDate: '2026-02-01T00:00:00Z',
  notificationContact: 'noc@north.example',
  note: [],
  orderTotalPrice: [],
  productOrderItem: [
    item('a', 'add', {
      product: {
        ...specification,
        id: 'north-1',
        productCharacteristic: [{ name: 'bandwidth', value: 100 }],
        place: [{ role: 'installation', name: 'Псков' }],
      },
      productOrderItemRelationship: [{ id: 'b', relationshipType: 'reliesOn' }],
    }),
    item('b', 'noChange', { product: { ...specification, id: 'north-2' } }),
    item('c', 'delete', {
      product: { ...specification, id: 'north-3' },
      productOrderItemRelationship: [{ id: 'a', relationshipType: 'reliesOn' }],
    }),
  ],
  relatedParty: [],
  milestone: [],
  overdue: false,
};

describe('the beginning of an order', () => {
  it.each([
    [{ offering: 'port' }, { id: '1', action: 'add', offeringId: 'port', values: {}, places: [] }],
    [{ modify: 'north-1' }, { id: '1', action: 'modify', productId: 'north-1', values: {} }],
    [{ disconnect: 'north-1' }, { id: '1', action: 'delete', productId: 'north-1' }],
  ])('is what the address says: %j', (search, first) => {
    expect(startDraft(search, undefined, 'key').items).toEqual([first]);
  });

  it('copies what an earlier order did, not its reference, its date or what it only explained', () => {
    const draft = startDraft({ copy: earlier.id }, earlier, 'key');
    expect(draft).toEqual({
      ...emptyDraft('key'),
      description: 'Филиал',
      notificationContact: 'noc@north.example',
      items: [
        {
          id: 'a',
          action: 'add',
          offeringId: 'port',
          values: { bandwidth: 100 },
          places: [{ role: 'installation', name: 'Псков' }],
          reliesOn: undefined,
        },
        { id: 'c', action: 'delete', productId: 'north-3', reliesOn: 'a' },
      ],
    });
  });

  it('gives a further item a unique id, and removes references to a removed one', () => {
    const copied = startDraft({ copy: earlier.id }, earlier, 'key');
    const longer = addItem(addItem(copied, { action: 'add', offeringId: 'port' }), {
      action: 'add',
      offeringId: 'line',
    });
    expect(longer.items.map(({ id }) => id)).toEqual(['a', 'c', '1', '2']);
    expect(removeItem(longer, 'a').items.map(({ reliesOn }) => reliesOn)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
