import * as z from 'zod';
import { agreedPrice } from '../../shared/product/price-resource.ts';
import { orderActions, productStatuses } from '../../shared/product/product-record.ts';
import { productEventKinds } from '../../shared/product/product-history.ts';
import { dateTime, identity, reference, relatedParty } from '../../shared/tmf/resource.ts';

/** A property of the service. Its name and value are codes; display names are extensions. */
const characteristic = z
  .strictObject({
    name: z.string(),
    valueType: z.string().optional(),
    value: z.union([z.string(), z.number(), z.boolean()]),
    /** Display name of the property. */
    label: z.string(),
    /** Display name of the value, if it is one of a list. */
    valueLabel: z.string().optional(),
    /** Unit of a number. */
    unitOfMeasure: z.string().optional(),
    '@type': z.literal('CabinetCharacteristic'),
    '@baseType': z.literal('Characteristic'),
  })
  .meta({ id: 'Characteristic' });

/** An order item that created or changed the service. */
const orderItem = z
  .strictObject({
    productOrderId: z.string(),
    productOrderHref: z.string(),
    orderItemId: z.string(),
    orderItemAction: z.enum(orderActions),
  })
  .meta({ id: 'RelatedProductOrderItem' });

/** TMF637 `Product`, with the extensions of a `CabinetProduct`. */
export const product = z
  .strictObject({
    ...identity,
    '@type': z.literal('CabinetProduct'),
    '@baseType': z.literal('Product'),
    name: z.string(),
    status: z.enum(productStatuses),
    orderDate: dateTime,
    startDate: dateTime.optional(),
    terminationDate: dateTime.optional(),
    /** Extension: the operator's own reference. */
    externalId: z.string().optional(),
    /** Extension: categories of the catalogue that the service belongs to. */
    category: z.array(reference),
    place: z.array(
      z.strictObject({
        id: z.string().optional(),
        name: z.string(),
        role: z.string(),
        '@referredType': z.literal('GeographicSite'),
      }),
    ),
    productCharacteristic: z.array(characteristic),
    productPrice: z.array(agreedPrice),
    productOffering: reference,
    productSpecification: reference.extend({ version: z.string() }),
    /** The last twenty; the history has all of them. */
    productOrderItem: z.array(orderItem),
    /** Extension: the open order item that has locked the service against other orders. */
    openOrderItem: orderItem.optional(),
    billingAccount: reference.optional(),
    agreement: z.array(reference).optional(),
    relatedParty: z.array(relatedParty),
  })
  .meta({ id: 'Product' });

/** An event of a service. */
export const productEvent = z
  .strictObject({
    '@type': z.literal('CabinetProductEvent'),
    id: z.string(),
    /** 1 for the first event of the service, then one more for every other. */
    sequence: z.int(),
    at: dateTime,
    side: z.enum(['operator', 'carrier', 'system']),
    kind: z.enum(productEventKinds),
    from: z.string().optional(),
    to: z.string(),
    /** The status or the characteristics that changed, one by one. */
    change: z.array(
      z.strictObject({ field: z.string(), before: z.string().optional(), after: z.string().optional() }),
    ),
    reason: z.string().optional(),
    orderItem: orderItem.optional(),
  })
  .meta({ id: 'ProductEvent' });

export type ProductResource = z.infer<typeof product>;
export type ProductEventResource = z.infer<typeof productEvent>;
