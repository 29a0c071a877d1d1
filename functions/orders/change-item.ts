import type { Problem } from '../../shared/errors.ts';
import type { OfferingRecord } from '../../shared/offering/offering-record.ts';
import type { FieldChange } from '../../shared/history/field-change.ts';
import type { CharacteristicValue } from '../../shared/product/product-record.ts';
import { placesOf } from './check-item.ts';
import { characteristicChange, changesBetween, configure } from './configure.ts';
import { isWork, type OrderItem, type OrderRecord, type WorkItem } from './order-record.ts';
import type { OrderPatch } from './order-request.ts';
import { agreePrices } from './pricing.ts';
import type { ItemState } from '../../shared/order/order-state.ts';

/** States in which the content of an item can still be changed. */
export const configurableStates: readonly ItemState[] = ['acknowledged', 'pending'];

type ItemPatch = NonNullable<OrderPatch['productOrderItem']>[number];

/** One item after a patch. */
export interface ItemChange {
  readonly before: WorkItem;
  readonly after: WorkItem;
  readonly changes: readonly FieldChange[];
}

/** Result of patching one item: a change, no change, or problems. */
export interface PatchedItem {
  readonly change?: ItemChange | undefined;
  readonly problems: readonly Problem[];
}

/** One item of a patch, with its context. */
interface ItemCheck {
  readonly order: OrderRecord;
  readonly patch: ItemPatch;
  /** JSON Pointer of the item in the patch. */
  readonly pointer: string;
  /** Offerings as they were when the order was placed. */
  readonly terms: ReadonlyMap<string, OfferingRecord>;
}

/** Checks and prices a changed item on the terms of its order. */
export function patchItem({ order, patch, pointer, terms }: ItemCheck): PatchedItem {
  const item = order.items.find(({ id }) => id === patch.id);
  if (item === undefined) return { problems: [unknownItem(`${pointer}/id`, order)] };
  if (patch.action !== undefined && patch.action !== item.action) {
    return { problems: [fixedAction(`${pointer}/action`, item)] };
  }
  const { productCharacteristic: given, place } = patch.product ?? {};
  if (given === undefined && place === undefined) return { problems: [] };
  const offering = terms.get(item.offering.id);
  if (!isWork(item) || item.action === 'delete' || offering === undefined) {
    return { problems: [notConfigurable(`${pointer}/product`)] };
  }
  const { characteristics, problems } = configure({
    given: given ?? item.characteristics,
    definitions: offering.characteristics,
    before: item.characteristicsBefore,
    pointer: `${pointer}/product/productCharacteristic`,
  });
  const places = place === undefined ? item.places : placesOf(patch);
  const after: WorkItem = {
    ...item,
    characteristics,
    places,
    prices: agreePrices(offering, characteristics, item.action === 'modify' ? 'modify' : 'add'),
  };
  const changes = [...characteristicChanges(item, after), ...placeChanges(item, after)];
  return {
    change: changes.length === 0 ? undefined : { before: item, after, changes },
    problems: [
      ...problems,
      ...problemsOfPlaces(item, after, offering, `${pointer}/product/place`),
      ...problemsOfNothing(item, characteristics, `${pointer}/product/productCharacteristic`),
    ],
  };
}

function characteristicChanges(before: WorkItem, after: WorkItem): FieldChange[] {
  const removed = before.characteristics.filter(
    ({ name }) => valueOf(after.characteristics, name) === undefined,
  );
  return [
    ...changesBetween(before.characteristics, after.characteristics),
    ...removed.map(({ name, value }) => ({ name, from: value, to: undefined })),
  ].map((change) => ({ item: after.id, ...characteristicChange(change) }));
}

function valueOf(characteristics: readonly CharacteristicValue[], name: string) {
  return characteristics.find((characteristic) => characteristic.name === name)?.value;
}

function placeChanges(before: WorkItem, after: WorkItem): FieldChange[] {
  const [from, to] = [before, after].map(({ places }) =>
    places
      .map(({ role, name, id }) => [role, name, id].filter((part) => part !== undefined).join(': '))
      .join('; '),
  );
  return from === to ? [] : [{ item: after.id, field: 'place', before: from, after: to }];
}

function problemsOfPlaces(
  before: WorkItem,
  after: WorkItem,
  { placeRequired }: OfferingRecord,
  pointer: string,
): readonly Problem[] {
  if (before.action === 'modify') {
    return placeChanges(before, after).length === 0
      ? []
      : [
          {
            pointer,
            message: {
              ru: 'Место подключённой услуги изменить нельзя',
              en: 'The place of a delivered service cannot be changed',
            },
          },
        ];
  }
  return placeRequired && after.places.length === 0
    ? [{ pointer, message: { ru: 'Нужно хотя бы одно место', en: 'At least one place is needed' } }]
    : [];
}

function problemsOfNothing(
  { characteristicsBefore }: OrderItem,
  characteristics: readonly CharacteristicValue[],
  pointer: string,
): readonly Problem[] {
  if (
    characteristicsBefore === undefined ||
    changesBetween(characteristicsBefore, characteristics).length > 0
  ) {
    return [];
  }
  return [
    {
      pointer,
      message: {
        ru: 'Значения не отличаются от текущих: отмените заявку или укажите другие',
        en: 'The values are the same as now: cancel the order or enter others',
      },
    },
  ];
}

function unknownItem(pointer: string, { items }: OrderRecord): Problem {
  const list = items.map(({ id }) => id).join(', ');
  return {
    pointer,
    message: {
      ru: `В заявке нет такой позиции; есть: ${list}`,
      en: `The order has no such item; there are: ${list}`,
    },
  };
}

function fixedAction(pointer: string, { action }: OrderItem): Problem {
  return { pointer, message: { ru: `Изменить нельзя: ${action}`, en: `Cannot be changed: ${action}` } };
}

function notConfigurable(pointer: string): Problem {
  return {
    pointer,
    message: {
      ru: 'Характеристики и места есть только у позиций add и modify',
      en: 'Only add and modify items have characteristics and places',
    },
  };
}
