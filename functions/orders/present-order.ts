import { presentPrices } from '../../shared/product/price-resource.ts';
import { formatEntityId } from '../../shared/table/entity-id.ts';
import type { Language } from '../../shared/text.ts';
import type { Side } from '../../shared/auth/scope.ts';
import { authorOf } from '../../shared/history/author.ts';
import { waitingForOf } from './clock.ts';
import { milestonesOfItem, milestonesOfOrder } from './milestones.ts';
import { dueDateOfOrder, isOverdue, promisedDateOf } from './order-progress.ts';
import {
  isWork,
  type Note,
  orderDateOf,
  type OrderItem,
  type OrderRecord,
  type Progress,
} from './order-record.ts';
import type { NoteResource, OrderItemResource, OrderResource } from './order-resource.ts';
import { presentTotals } from './present-totals.ts';
import { transitionsFrom } from './state-machine.ts';

const catalog = '/tmf-api/productCatalogManagement/v4';

/** Who an order is shown to, and when. */
export interface Showing {
  readonly language: Language;
  /** Decides what is overdue. */
  readonly now: Date;
  /** Whose next steps are shown. */
  readonly side: Side;
}

/** URL of an order. */
export function orderHref(id: string): string {
  return `/tmf-api/productOrderingManagement/v4/productOrder/${id}`;
}

/** An order as a TMF622 resource. */
export function presentOrder(order: OrderRecord, showing: Showing): OrderResource {
  const { language, now } = showing;
  const id = formatEntityId(order);
  const orderDate = orderDateOf(order);
  const dueDate = dueDateOfOrder(order);
  return {
    id,
    href: orderHref(id),
    '@type': 'CabinetProductOrder',
    '@baseType': 'ProductOrder',
    state: order.state,
    orderDate,
    externalId: order.externalId,
    description: order.description,
    category: order.category,
    priority: order.priority,
    requestedStartDate: order.requestedStartDate,
    requestedCompletionDate: order.requestedCompletionDate,
    expectedCompletionDate: promisedDateOf(order),
    completionDate: order.completionDate,
    cancellationDate: order.cancellationDate,
    cancellationReason: order.cancellationReason,
    notificationContact: order.notificationContact,
    billingAccount: order.billingAccount && { ...order.billingAccount, '@referredType': 'BillingAccount' },
    ...(order.agreements.length === 0
      ? {}
      : { agreement: order.agreements.map((agreement) => ({ ...agreement, '@referredType': 'Agreement' })) }),
    note: order.notes.map((note) => presentNote(note, language)),
    orderTotalPrice: presentTotals(
      order.items.flatMap(({ prices }) => prices),
      new Date(orderDate),
    ),
    productOrderItem: order.items.map((item) => presentItem(order, item, showing)),
    relatedParty: partiesOf(order),
    milestone: milestonesOfOrder(order, now),
    waitingFor: waitingForOf(order.state),
    dueDate,
    overdue: isOverdue(dueDate, now),
  };
}

/** A note as a TMF622 resource. */
export function presentNote({ ulid, at, by, text }: Note, language: Language): NoteResource {
  return { id: ulid, author: authorOf(by, language), date: at, text, '@type': 'Note' };
}

function presentItem(
  order: OrderRecord,
  item: OrderItem,
  { language, now, side }: Showing,
): OrderItemResource {
  const { offering, prices, relationships, progress } = item;
  const orderDate = orderDateOf(order);
  const day = new Date(orderDate);
  return {
    id: item.id,
    action: item.action,
    quantity: 1,
    state: progress?.state,
    productOffering: {
      id: offering.id,
      href: `${catalog}/productOffering/${offering.id}`,
      name: offering.name[language],
      '@referredType': 'ProductOffering',
    },
    product: presentProduct(order, item, language),
    itemPrice: presentPrices(prices, language, day),
    itemTotalPrice: presentTotals(prices, day),
    ...(relationships.length === 0
      ? {}
      : {
          productOrderItemRelationship: relationships.map(({ id, type }) => ({ id, relationshipType: type })),
        }),
    milestone: isWork(item) ? milestonesOfItem(orderDate, item, now) : [],
    waitingFor: progress && waitingForOf(progress.state),
    dueDate: progress?.dueDate,
    overdue: isOverdue(progress?.dueDate, now),
    nextState: progress === undefined ? [] : nextStatesOf(progress, side),
    '@type': 'CabinetProductOrderItem',
    '@baseType': 'ProductOrderItem',
  };
}

/** States that one side can move an item to, so that a page offers only what will be accepted. */
function nextStatesOf(progress: Progress, side: Side): OrderItemResource['nextState'] {
  return transitionsFrom(progress, side === 'operator' ? 'operator' : 'manager').map(({ to, reason }) => ({
    state: to,
    reason,
  }));
}

function presentProduct(
  { operatorId }: OrderRecord,
  { name, characteristics, places, specification, productUlid }: OrderItem,
  language: Language,
): OrderItemResource['product'] {
  const id = productUlid === undefined ? undefined : formatEntityId({ operatorId, ulid: productUlid });
  return {
    ...(id === undefined
      ? {}
      : { id, href: `/tmf-api/productInventory/v4/product/${id}`, '@referredType': 'Product' }),
    name: name[language],
    ...(characteristics.length === 0 ? {} : { productCharacteristic: characteristics }),
    ...(places.length === 0 ? {} : { place: places }),
    productSpecification: {
      id: specification.id,
      href: `${catalog}/productSpecification/${specification.id}`,
      name: specification.name[language],
      version: specification.version,
      '@referredType': 'ProductSpecification',
    },
  };
}

/** The operator, and its account manager by subject, never by name. */
function partiesOf({ operatorId, operatorName, managerSub }: OrderRecord): OrderResource['relatedParty'] {
  const operator = { id: operatorId, name: operatorName, role: 'customer', '@referredType': 'Organization' };
  if (managerSub === undefined) return [operator];
  return [operator, { id: managerSub, role: 'accountManager', '@referredType': 'Individual' }];
}
