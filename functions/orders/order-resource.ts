import * as z from 'zod';
import { agreedPrice } from '../../shared/product/price-resource.ts';
import { orderActions } from '../../shared/product/product-record.ts';
import { dateTime, identity, reference, relatedParty } from '../../shared/tmf/resource.ts';
import { relationshipTypes } from './order-record.ts';
import { orderEventKinds } from '../../shared/order/order-event.ts';
import { itemStates, orderStates } from '../../shared/order/order-state.ts';
import { cancellationStates } from './state-machine.ts';

/** TMF622 `OrderPrice`: a price, or the total of the prices of one kind. */
const orderPrice = agreedPrice.partial({ name: true, productOfferingPrice: true }).meta({ id: 'OrderPrice' });

const milestoneNames = ['submitted', 'accepted', 'delivered'] as const;

/**
 * State of a milestone: pending, late, reached in time, reached late, or cancelled. It is late once the target time
 * has passed.
 */
const milestoneStatuses = ['expected', 'overdue', 'met', 'metLate', 'dropped'] as const;

const milestone = z
  .strictObject({
    name: z.enum(milestoneNames),
    status: z.enum(milestoneStatuses),
    targetDate: dateTime.optional(),
    actualDate: dateTime.optional(),
  })
  .meta({ id: 'Milestone' });

const side = z.enum(['operator', 'carrier']);

/** Extensions of an order and of each of its items. */
const clock = {
  milestone: z.array(milestone),
  /** Who has to act next; absent when everything is final. */
  waitingFor: side.optional(),
  /** When that is due. */
  dueDate: dateTime.optional(),
  overdue: z.boolean(),
};

const characteristic = z.strictObject({
  name: z.string(),
  value: z.union([z.string(), z.number(), z.boolean()]),
});

const place = z
  .strictObject({ id: z.string().optional(), name: z.string(), role: z.string() })
  .meta({ id: 'OrderedPlace' });

const orderedProduct = z
  .strictObject({
    /** The service, once it exists. */
    id: z.string().optional(),
    href: z.string().optional(),
    name: z.string(),
    productCharacteristic: z.array(characteristic).optional(),
    place: z.array(place).optional(),
    productSpecification: reference.extend({ version: z.string() }),
    '@referredType': z.literal('Product').optional(),
  })
  .meta({ id: 'OrderedProduct' });

const orderItem = z
  .strictObject({
    id: z.string(),
    action: z.enum(orderActions),
    quantity: z.literal(1),
    state: z.enum(itemStates).optional(),
    productOffering: reference,
    product: orderedProduct,
    itemPrice: z.array(orderPrice),
    itemTotalPrice: z.array(orderPrice),
    productOrderItemRelationship: z
      .array(z.strictObject({ id: z.string(), relationshipType: z.enum(relationshipTypes) }))
      .optional(),
    ...clock,
    /** States that the reader can move the item to. */
    nextState: z.array(
      z.strictObject({ state: z.enum(itemStates), reason: z.enum(['required', 'optional']) }),
    ),
    '@type': z.literal('CabinetProductOrderItem'),
    '@baseType': z.literal('ProductOrderItem'),
  })
  .meta({ id: 'ProductOrderItem' });

export const note = z
  .strictObject({
    id: z.string(),
    /** Side and role, never a name. */
    author: z.string(),
    date: dateTime,
    text: z.string(),
    '@type': z.literal('Note'),
  })
  .meta({ id: 'Note' });

/** TMF622 `ProductOrder`, with the extensions of a `CabinetProductOrder`. */
export const productOrder = z
  .strictObject({
    ...identity,
    '@type': z.literal('CabinetProductOrder'),
    '@baseType': z.literal('ProductOrder'),
    state: z.enum(orderStates),
    orderDate: dateTime,
    externalId: z.string().optional(),
    description: z.string().optional(),
    category: z.string().optional(),
    priority: z.string(),
    requestedStartDate: dateTime.optional(),
    requestedCompletionDate: dateTime.optional(),
    /** Promised by the carrier at acceptance. */
    expectedCompletionDate: dateTime.optional(),
    completionDate: dateTime.optional(),
    cancellationDate: dateTime.optional(),
    cancellationReason: z.string().optional(),
    notificationContact: z.string().optional(),
    billingAccount: reference.optional(),
    agreement: z.array(reference).optional(),
    note: z.array(note),
    orderTotalPrice: z.array(orderPrice),
    productOrderItem: z.array(orderItem),
    relatedParty: z.array(relatedParty),
    ...clock,
  })
  .meta({ id: 'ProductOrder' });

/** TMF622 `CancelProductOrder`. */
export const cancelProductOrder = z
  .strictObject({
    ...identity,
    '@type': z.literal('CancelProductOrder'),
    state: z.enum(cancellationStates),
    productOrder: reference,
    cancellationReason: z.string().optional(),
    requestedCancellationDate: dateTime.optional(),
    effectiveCancellationDate: dateTime.optional(),
  })
  .meta({ id: 'CancelProductOrder' });

const step = { from: z.string().optional(), to: z.string().optional() };

/** An event of an order. */
export const orderEvent = z
  .strictObject({
    '@type': z.literal('CabinetProductOrderEvent'),
    id: z.string(),
    /** 1 for the submission, then one more for every event. */
    sequence: z.int(),
    kind: z.enum(orderEventKinds),
    date: dateTime,
    side,
    author: z.string(),
    /** State of the order, before and after. */
    state: z.strictObject(step),
    item: z.array(z.strictObject({ id: z.string(), ...step })).optional(),
    change: z
      .array(z.strictObject({ itemId: z.string().optional(), attribute: z.string(), ...step }))
      .optional(),
    reason: z.string().optional(),
    cancelProductOrder: z.strictObject({ id: z.string(), href: z.string(), ...step }).optional(),
  })
  .meta({ id: 'ProductOrderEvent' });

/** The result of validating and pricing an order, of which nothing is stored. */
export const orderValidation = z.strictObject({
  '@type': z.literal('CabinetProductOrderValidation'),
  /** Whether the order would be accepted. */
  valid: z.boolean(),
  problem: z.array(z.strictObject({ pointer: z.string(), message: z.string() })),
  /** When it would be delivered, if it is accepted in time. */
  expectedCompletionDate: dateTime.optional(),
  orderTotalPrice: z.array(orderPrice),
  /** The items that could be read, with defaults filled in. */
  productOrderItem: z.array(
    z.strictObject({
      id: z.string(),
      action: z.enum(orderActions),
      productCharacteristic: z.array(characteristic),
      itemPrice: z.array(orderPrice),
      itemTotalPrice: z.array(orderPrice),
      expectedCompletionDate: dateTime.optional(),
    }),
  ),
});

export type OrderResource = z.input<typeof productOrder>;
export type OrderItemResource = OrderResource['productOrderItem'][number];
export type OrderPriceResource = z.input<typeof orderPrice>;
export type MilestoneResource = z.input<typeof milestone>;
export type NoteResource = z.input<typeof note>;
export type CancellationResource = z.input<typeof cancelProductOrder>;
export type OrderEventResource = z.input<typeof orderEvent>;
export type OrderValidationResource = z.input<typeof orderValidation>;
