import { describe, expect, it } from 'vitest';
import { buildOrder } from '../../../../../../web/src/features/orders/new/build-order.ts';
import {
  addItem,
  emptyDraft,
  type ItemDraft,
  replaceItem,
} from '../../../../../../web/src/features/orders/new/draft.ts';
import {
  characteristicField,
  characteristicsField,
  itemField,
  placeField,
  placesField,
  reliesOnField,
} from '../../../../../../web/src/features/orders/new/field-names.ts';
import {
  locateProblems,
  mergeProblems,
} from '../../../../../../web/src/features/orders/new/server-problems.ts';
import { known } from './fixture.ts';

const connection: ItemDraft = {
  id: '2',
  action: 'add',
  offeringId: 'port',
  values: { bandwidth: 5 },
  places: [
    { role: 'installation', name: '' },
    { role: 'endPointA', name: 'Псков' },
  ],
};
const start = addItem(addItem(emptyDraft('key'), { action: 'delete', productId: 'north-1' }), {
  action: 'add',
  offeringId: 'port',
});
const draft = replaceItem(start, connection);
const built = buildOrder(draft, known);

function controlOf(pointer: string): string | undefined {
  const { byField } = locateProblems({ built, problems: [{ pointer, message: 'wrong' }] }, built);
  return [...byField.keys()][0];
}

describe('what the cabinet finds wrong', () => {
  it.each([
    ['/productOrderItem/1/product/productCharacteristic/0/value', characteristicField('2', 'bandwidth')],
    ['/productOrderItem/1/product/productCharacteristic/1/name', characteristicField('2', 'profile')],
    ['/productOrderItem/1/product/productCharacteristic', characteristicsField('2')],
    ['/productOrderItem/1/product/place', placesField('2')],
    ['/productOrderItem/1/product/place/0/name', placeField('2', 1)],
    ['/productOrderItem/1/productOffering/id', itemField('2')],
    ['/productOrderItem/1/productOrderItemRelationship/0/id', reliesOnField('2')],
    ['/productOrderItem/0/product/id', itemField('1')],
    ['/requestedCompletionDate', 'requestedCompletionDate'],
    ['/note/0/text', 'note'],
  ])('is shown at its control: %s', (pointer, control) => {
    expect(controlOf(pointer)).toBe(control);
  });

  it.each(['', '/productOrderItem', '/agreement/0/id', '?limit'])(
    'is general without a control: %s',
    (pointer) => {
      const located = locateProblems({ built, problems: [{ pointer, message: 'wrong' }] }, built);
      expect(located).toEqual({ byField: new Map(), general: ['wrong'] });
    },
  );

  it('is forgotten once its control says something else, and only then', () => {
    const problems = [
      { pointer: '/productOrderItem/1/product/productCharacteristic/0/value', message: 'too little' },
      { pointer: '/productOrderItem/1/product/place/0/name', message: 'too far' },
    ];
    const corrected = replaceItem(draft, { ...connection, values: { bandwidth: 50 } });
    const located = locateProblems({ built, problems }, buildOrder(corrected, known));
    expect([...located.byField]).toEqual([[placeField('2', 1), 'too far']]);
  });

  it('stays with an item that has moved up, and disappears with a removed one', () => {
    const problems = [
      { pointer: '/productOrderItem/0/product/id', message: 'busy' },
      { pointer: '/productOrderItem/1/product/productCharacteristic/0/value', message: 'too little' },
    ];
    const shorter = buildOrder({ ...draft, items: [connection] }, known);
    expect([...locateProblems({ built, problems }, shorter).byField]).toEqual([
      [characteristicField('2', 'bandwidth'), 'too little'],
    ]);
  });

  it('is said in full where there are two problems at one control', () => {
    const problems = ['one', 'two'].map((message) => ({ pointer: '/externalId', message }));
    expect(locateProblems({ built, problems }, built).byField.get('externalId')).toBe('one. two');
  });

  it('gives way to what the form sees itself at the same control, or at a part of it', () => {
    const own = new Map([[characteristicField('2', 'bandwidth'), 'at least 10']]);
    const found = new Map([
      [characteristicField('2', 'bandwidth'), 'not enough'],
      [characteristicsField('2'), 'bandwidth is missing'],
      [itemField('2'), 'not for sale'],
      [placesField('2'), 'no place'],
    ]);
    expect(mergeProblems(own, found)).toEqual(
      new Map([
        [itemField('2'), 'not for sale'],
        [placesField('2'), 'no place'],
        [characteristicField('2', 'bandwidth'), 'at least 10'],
      ]),
    );
  });
});
