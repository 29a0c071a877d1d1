import type { paths } from '../../../api/schema.d.ts';
import { omitUndefined } from '../../../api/omit-undefined.ts';
import { endOfMoscowDay, startOfMoscowDay } from '../../../kit/format/moscow-day.ts';
import { defaultPriority } from '../priorities.ts';
import type { ItemDraft, OrderDraft } from './draft.ts';
import {
  characteristicField,
  characteristicsField,
  itemField,
  type OrderField,
  placeField,
  placesField,
  reliesOnField,
} from './field-names.ts';
import { formPlaces, saidPlaces } from './form-places.ts';
import { formValues } from './form-values.ts';
import { type References, offeringOf, serviceOf } from './references.ts';

type OrderRequest =
  paths['/tmf-api/productOrderingManagement/v4/productOrder']['post']['requestBody']['content']['application/json'];
type ItemRequest = OrderRequest['productOrderItem'][number];

/** A control and the part of the request that it fills. */
interface Source {
  /** JSON Pointer (RFC 6901) into the request. */
  readonly pointer: string;
  readonly field: string;
  readonly value: unknown;
}

/** A request, with the control of each of its parts. */
export interface BuiltOrder {
  readonly body: OrderRequest;
  readonly sources: readonly Source[];
}

interface BuiltItem {
  readonly request: ItemRequest;
  readonly sources: readonly Source[];
}

/** The request for a draft. The same draft and catalogue give the same request, byte for byte. */
export function buildOrder(draft: OrderDraft, known: References): BuiltOrder {
  const items = draft.items.map((item, index) => buildItem(item, known, `/productOrderItem/${index}`));
  const text = (value: string) => (value.trim() === '' ? undefined : value.trim());
  const note = text(draft.note);
  const attributes = {
    externalId: text(draft.externalId),
    requestedStartDate:
      draft.requestedStartDate === '' ? undefined : startOfMoscowDay(draft.requestedStartDate),
    requestedCompletionDate:
      draft.requestedCompletionDate === '' ? undefined : endOfMoscowDay(draft.requestedCompletionDate),
    // The default is not sent.
    priority: draft.priority === defaultPriority ? undefined : draft.priority,
    notificationContact: text(draft.notificationContact),
    description: text(draft.description),
    note: note === undefined ? undefined : [{ text: note }],
  } satisfies Record<OrderField, unknown>;
  return {
    body: { ...omitUndefined(attributes), productOrderItem: items.map(({ request }) => request) },
    sources: [
      ...Object.entries(attributes).map(([name, value]) => ({ pointer: `/${name}`, field: name, value })),
      ...items.flatMap(({ sources }) => sources),
    ],
  };
}

function buildItem(item: ItemDraft, known: References, pointer: string): BuiltItem {
  const { request, sources } =
    item.action === 'add' ? buildConnection(item, known, pointer) : buildChange(item, known, pointer);
  const relationships =
    item.reliesOn === undefined ? [] : [{ id: item.reliesOn, relationshipType: 'reliesOn' as const }];
  return {
    request:
      relationships.length === 0 ? request : { ...request, productOrderItemRelationship: relationships },
    sources: [
      { pointer, field: itemField(item.id), value: request },
      {
        pointer: `${pointer}/productOrderItemRelationship`,
        field: reliesOnField(item.id),
        value: relationships,
      },
      ...sources,
    ],
  };
}

function buildConnection(
  item: Extract<ItemDraft, { action: 'add' }>,
  known: References,
  pointer: string,
): BuiltItem {
  const offering = offeringOf(item, known);
  const at = `${pointer}/product/place`;
  const said = saidPlaces(item, offering).map((place) => ({
    place,
    field: characteristicField(item.id, place.role),
  }));
  // An empty line is not a place.
  const written = formPlaces(item, offering).flatMap(({ role, name, id }, line) =>
    name.trim() === ''
      ? []
      : [{ place: { role, name: name.trim(), ...omitUndefined({ id }) }, field: placeField(item.id, line) }],
  );
  const places = [...said, ...written].map(({ place, field }, index) => ({
    pointer: `${at}/${index}`,
    field,
    value: place,
  }));
  const place = places.map(({ value: { role, name, id } }) => ({ role, name, ...omitUndefined({ id }) }));
  const { characteristics, sources } = buildCharacteristics(item, known, pointer);
  return {
    request: {
      id: item.id,
      action: 'add',
      productOffering: { id: item.offeringId },
      product: { productCharacteristic: characteristics, ...(place.length === 0 ? {} : { place }) },
    },
    sources: [...sources, { pointer: at, field: placesField(item.id), value: place }, ...places],
  };
}

function buildChange(
  item: Extract<ItemDraft, { action: 'modify' | 'delete' }>,
  known: References,
  pointer: string,
): BuiltItem {
  const { id, action, productId } = item;
  if (action === 'delete') return { request: { id, action, product: { id: productId } }, sources: [] };
  const { characteristics, sources } = buildCharacteristics(item, known, pointer);
  return {
    request: { id, action, product: { id: productId, productCharacteristic: characteristics } },
    sources,
  };
}

/** The characteristics to send: for a new service all with a value, for an existing one those that change. */
function buildCharacteristics(item: ItemDraft, known: References, pointer: string) {
  const at = `${pointer}/product/productCharacteristic`;
  const characteristics = formValues(item, offeringOf(item, known), serviceOf(item, known)).flatMap(
    ({ use, value, before }) => (value === undefined || value === before ? [] : [{ name: use.name, value }]),
  );
  return {
    characteristics,
    sources: [
      { pointer: at, field: characteristicsField(item.id), value: characteristics },
      ...characteristics.map(({ name, value }, index) => ({
        pointer: `${at}/${index}`,
        field: characteristicField(item.id, name),
        value,
      })),
    ],
  };
}
