import type { Problem } from '../../shared/errors.ts';
import type { OfferingRecord } from '../../shared/offering/offering-record.ts';
import type { ProductRecord, ProductStatus } from '../../shared/product/product-record.ts';
import type { Text } from '../../shared/text.ts';
import { workingDays } from './clock.ts';
import { changesBetween, configure } from './configure.ts';
import { messages, problem } from './item-messages.ts';
import type { References } from './references.ts';
import type { OrderItem } from './order-record.ts';
import type { OrderItemRequest } from './order-request.ts';
import { agreePrices } from './pricing.ts';

/** Result of checking an item: the item to store (without its progress), or its problems. */
export interface CheckedItem {
  readonly item: Omit<OrderItem, 'progress'> | undefined;
  readonly problems: readonly Problem[];
}

/** One item, with its context. */
interface ItemCheck {
  readonly request: OrderItemRequest;
  /** JSON Pointer of the item. */
  readonly pointer: string;
  readonly known: References;
  readonly now: Date;
}

/** Checks an item against the offering and the service that it refers to, and reports every problem at once. */
export function checkItem(check: ItemCheck): CheckedItem {
  const checked = check.request.action === 'add' ? checkConnection(check) : checkExisting(check);
  return { ...checked, problems: [...problemsOfQuantity(check), ...checked.problems] };
}

function checkConnection({ request, pointer, known, now }: ItemCheck): CheckedItem {
  const { productOffering, product } = request;
  const problems: Problem[] = [];
  if (product?.id !== undefined) problems.push(problem(`${pointer}/product/id`, messages.idOfNewService));
  if (productOffering === undefined) {
    problems.push(problem(`${pointer}/productOffering`, messages.offeringMissing));
    return { item: undefined, problems };
  }
  const offering = known.offerings.get(productOffering.id);
  const notForSale = whyNotForSale(offering, now);
  if (notForSale !== undefined) problems.push(problem(`${pointer}/productOffering/id`, notForSale));
  if (offering === undefined || notForSale === messages.noSuchOffering) return { item: undefined, problems };

  const places = placesOf(request);
  if (offering.placeRequired && places.length === 0) {
    problems.push(problem(`${pointer}/product/place`, messages.placeMissing));
  }
  const configuration = configure({
    given: product?.productCharacteristic ?? [],
    definitions: offering.characteristics,
    pointer: `${pointer}/product/productCharacteristic`,
  });
  const { characteristics } = configuration;
  const name = product?.name;
  return {
    item: {
      ...commonOf(request),
      name: name === undefined ? offering.name : { ru: name, en: name },
      offering: { id: offering.id, name: offering.name },
      specification: offering.specification,
      categoryIds: offering.categoryIds,
      characteristics,
      places,
      prices: agreePrices(offering, characteristics, 'add'),
      deliveryWorkingDays: offering.deliveryWorkingDays,
    },
    problems: [...problems, ...configuration.problems],
  };
}

function checkExisting(check: ItemCheck): CheckedItem {
  const { request, pointer, known } = check;
  const id = request.product?.id;
  if (id === undefined) {
    return { item: undefined, problems: [problem(`${pointer}/product/id`, messages.serviceMissing)] };
  }
  const product = known.products.get(id);
  if (product === undefined) {
    return { item: undefined, problems: [problem(`${pointer}/product/id`, messages.noSuchService)] };
  }
  const problems: Problem[] = [];
  const statuses = orderable[request.action];
  if (!statuses.includes(product.status)) {
    problems.push(problem(`${pointer}/product/id`, wrongStatus(product.status, statuses)));
  }
  const offeringId = request.productOffering?.id;
  if (offeringId !== undefined && offeringId !== product.offering.id) {
    problems.push(problem(`${pointer}/productOffering/id`, otherOffering(product.offering.id)));
  }
  if (placesOf(request).some((place) => !isPlaceOf(product, place))) {
    problems.push(problem(`${pointer}/product/place`, messages.placeFixed));
  }
  const checked = request.action === 'modify' ? checkChange(check, product) : checkUnchanged(check, product);
  return { ...checked, problems: [...problems, ...checked.problems] };
}

function checkChange({ request, pointer, known }: ItemCheck, product: ProductRecord): CheckedItem {
  const offering = known.offerings.get(product.offering.id);
  if (offering === undefined) {
    return { item: undefined, problems: [problem(`${pointer}/product/id`, messages.offeringGone)] };
  }
  const at = `${pointer}/product/productCharacteristic`;
  const { characteristics, problems } = configure({
    given: request.product?.productCharacteristic ?? [],
    definitions: offering.characteristics,
    before: product.characteristics,
    pointer: at,
  });
  const changesNothing = changesBetween(product.characteristics, characteristics).length === 0;
  return {
    item: {
      ...commonOf(request),
      ...existing(product),
      characteristics,
      characteristicsBefore: product.characteristics,
      places: product.places,
      prices: agreePrices(offering, characteristics, 'modify'),
      deliveryWorkingDays: offering.deliveryWorkingDays,
    },
    problems: changesNothing && problems.length === 0 ? [problem(at, messages.changesNothing)] : problems,
  };
}

function checkUnchanged({ request, pointer }: ItemCheck, product: ProductRecord): CheckedItem {
  const given = request.product?.productCharacteristic ?? [];
  const changes = changesBetween(product.characteristics, given);
  return {
    item: {
      ...commonOf(request),
      ...existing(product),
      characteristics: [],
      places: [],
      prices: [],
      deliveryWorkingDays: workingDays.disconnection,
      ...(request.action === 'delete' ? { productStatus: product.status } : {}),
    },
    problems:
      changes.length === 0
        ? []
        : [problem(`${pointer}/product/productCharacteristic`, messages.changesOnlyInModify)],
  };
}

function commonOf({ id, action, productOrderItemRelationship = [] }: OrderItemRequest) {
  return {
    id,
    action,
    relationships: productOrderItemRelationship.map((relationship) => ({
      id: relationship.id,
      type: relationship.relationshipType,
    })),
  };
}

function existing({ ulid, historySequence, name, offering, specification, categoryIds }: ProductRecord) {
  return { name, offering, specification, categoryIds, productUlid: ulid, productSequence: historySequence };
}

/** Places of an item, as they are stored. */
export function placesOf({ product }: Pick<OrderItemRequest, 'product'>): OrderItem['places'] {
  return (product?.place ?? []).map(({ id, name, role }) => ({
    role,
    name,
    ...(id === undefined ? {} : { id }),
  }));
}

function isPlaceOf({ places }: ProductRecord, { role, name, id }: OrderItem['places'][number]): boolean {
  return places.some((place) => place.role === role && place.name === name && place.id === id);
}

/** Statuses in which a service can be changed or disconnected, by action. */
const orderable: Readonly<Record<OrderItemRequest['action'], readonly ProductStatus[]>> = {
  add: [],
  modify: ['active'],
  delete: ['active', 'suspended'],
  noChange: ['pendingActive', 'active', 'suspended'],
};

function whyNotForSale(offering: OfferingRecord | undefined, now: Date): Text | undefined {
  // Drafts of the catalogue do not exist for operators.
  if (offering === undefined || offering.lifecycleStatus === 'inDesign') return messages.noSuchOffering;
  const { startDateTime, endDateTime } = offering.validFor ?? {};
  if (offering.lifecycleStatus === 'retired' || (endDateTime !== undefined && new Date(endDateTime) <= now)) {
    return messages.offeringRetired;
  }
  if (startDateTime !== undefined && new Date(startDateTime) > now) {
    return {
      ru: `Предложение начнёт действовать ${startDateTime}`,
      en: `The offering is not valid before ${startDateTime}`,
    };
  }
  return offering.isSellable ? undefined : messages.offeringNotSellable;
}

function problemsOfQuantity({ request, pointer }: ItemCheck): readonly Problem[] {
  const { quantity = 1 } = request;
  return quantity === 1 ? [] : [problem(`${pointer}/quantity`, messages.quantity)];
}

function wrongStatus(status: ProductStatus, statuses: readonly ProductStatus[]): Text {
  const list = statuses.join(', ');
  return {
    ru: `Состояние услуги — ${status}, а нужно: ${list}`,
    en: `The service is ${status}; it must be: ${list}`,
  };
}

function otherOffering(id: string): Text {
  return {
    ru: `У этой услуги другое предложение: ${id}`,
    en: `This service has a different offering: ${id}`,
  };
}
