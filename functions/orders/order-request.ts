import * as z from 'zod';
import { orderActions } from '../../shared/product/product-record.ts';
import { characteristic, dateTime, ignored, reference } from '../../shared/tmf/resource.ts';
import { relationshipTypes } from './order-record.ts';
import { itemStates } from '../../shared/order/order-state.ts';

const type = ignored('@type', '@baseType', '@schemaLocation');

/** Maximum number of items of an order: they and their effects on services are written in one transaction. */
const maxItems = 40;

const place = z.strictObject({
  id: z.string().min(1).max(100).optional(),
  name: z.string().trim().min(1).max(300),
  role: z.string().trim().min(1).max(100),
  ...ignored('href', '@referredType'),
  ...type,
});

/** A client may send a characteristic as it was in the inventory, including its display names. */
const orderedCharacteristic = characteristic.extend({
  ...ignored('label', 'valueLabel', 'unitOfMeasure'),
  ...type,
});

const configuration = {
  productCharacteristic: z.array(orderedCharacteristic).max(100).optional(),
  place: z.array(place).max(10).optional(),
};

const orderedProduct = z.strictObject({
  id: z.string().min(1).max(100).optional(),
  name: z.string().trim().min(1).max(200).optional(),
  ...configuration,
  ...ignored('href', 'status', 'productSpecification', 'productOffering'),
  ...type,
});

/** Attributes of an item that the server manages. */
const managedItemAttributes = ignored(
  'state',
  'itemPrice',
  'itemTotalPrice',
  'milestone',
  'waitingFor',
  'dueDate',
  'overdue',
  'nextState',
);

const itemId = z.string().regex(/^[\w.-]{1,20}$/);

const orderItemRequest = z
  .strictObject({
    id: itemId,
    action: z.enum(orderActions),
    quantity: z.int().optional(),
    productOffering: reference.extend(type).optional(),
    product: orderedProduct.optional(),
    productOrderItemRelationship: z
      .array(
        z.strictObject({
          id: itemId,
          relationshipType: z.enum(relationshipTypes),
          ...type,
        }),
      )
      .max(maxItems)
      .optional(),
    ...managedItemAttributes,
    ...type,
  })
  .meta({ id: 'ProductOrderItemRequest' });

const noteText = z.string().trim().min(1).max(4000);
const reasonText = z.string().trim().min(1).max(2000);

const externalId = z.string().trim().min(1).max(100);
const description = z.string().trim().min(1).max(2000);
const category = z.string().trim().min(1).max(100);
const priority = z.enum(['0', '1', '2', '3', '4']);
const notificationContact = z.string().trim().min(1).max(300);

/** Body of `POST …/productOrder`. */
export const orderRequest = z
  .strictObject({
    externalId: externalId.optional(),
    description: description.optional(),
    category: category.optional(),
    /** 0 is the highest; default 4, as in TMF622. */
    priority: priority.default('4'),
    requestedStartDate: dateTime.optional(),
    requestedCompletionDate: dateTime.optional(),
    notificationContact: notificationContact.optional(),
    billingAccount: reference.extend(type).optional(),
    agreement: z.array(reference.extend(type)).max(10).default([]),
    note: z
      .array(z.strictObject({ text: noteText, ...ignored('id', 'author', 'date'), ...type }))
      .max(10)
      .default([]),
    productOrderItem: z.array(orderItemRequest).min(1).max(maxItems),
    ...ignored(
      'id',
      'href',
      'state',
      'orderDate',
      'completionDate',
      'expectedCompletionDate',
      'cancellationDate',
      'cancellationReason',
      'orderTotalPrice',
      'relatedParty',
      'milestone',
      'waitingFor',
      'dueDate',
      'overdue',
    ),
    ...type,
  })
  .meta({ id: 'ProductOrderRequest' });

/**
 * Change of an order (RFC 7396): `null` removes an attribute. Items are matched by id; an item that is not named stays as
 * it is (docs/adr/0004); characteristics and places of a named item are replaced as a whole.
 */
export const orderPatch = z.strictObject({
  externalId: externalId.nullish(),
  description: description.nullish(),
  category: category.nullish(),
  priority: priority.nullish(),
  requestedStartDate: dateTime.nullish(),
  requestedCompletionDate: dateTime.nullish(),
  notificationContact: notificationContact.nullish(),
  productOrderItem: z
    .array(
      z.strictObject({
        id: itemId,
        /** Required of TMF clients; it cannot be changed. */
        action: z.enum(orderActions).optional(),
        product: z.strictObject({ ...configuration, ...type }).optional(),
        ...type,
      }),
    )
    .max(maxItems)
    .optional(),
  ...ignored('id', 'href'),
  ...type,
});

/** Body of `POST …/transition`; without `itemId`, it applies to every open item. */
export const transitionRequest = z.strictObject({
  itemId: itemId.optional(),
  state: z.enum(itemStates),
  reason: reasonText.optional(),
  /** The carrier's new promised date. */
  expectedCompletionDate: dateTime.optional(),
});

export const noteRequest = z.strictObject({ text: noteText });

/** Body of `POST …/cancelProductOrder`. */
export const cancellationRequest = z.strictObject({
  productOrder: reference.extend(type),
  cancellationReason: reasonText.optional(),
  requestedCancellationDate: dateTime.optional(),
  ...ignored('id', 'href', 'state', 'effectiveCancellationDate'),
  ...type,
});

export type OrderRequest = z.output<typeof orderRequest>;
export type OrderItemRequest = z.output<typeof orderItemRequest>;
export type OrderPatch = z.output<typeof orderPatch>;
export type TransitionRequest = z.output<typeof transitionRequest>;
export type CancellationRequest = z.output<typeof cancellationRequest>;
