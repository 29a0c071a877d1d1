import * as z from 'zod';
import { historySequenceSchema } from '../history/history-item.ts';
import type { Partition } from '../table/partition.ts';
import type { ItemKey, VersionedItem } from '../table/table.ts';
import { textSchema } from '../text-schema.ts';
import { publishedPriceSchema } from '../offering/offering-record.ts';

/** States of a service. TMF637 v4 has a trailing space in the last one; we do not. */
export const productStatuses = [
  'pendingActive',
  'active',
  'suspended',
  'pendingTerminate',
  'terminated',
  'cancelled',
  'aborted',
] as const;

export const orderActions = ['add', 'modify', 'delete', 'noChange'] as const;

/** Where a service is delivered: a point of interconnection, an address, a node. */
export const placeSchema = z.object({
  role: z.string(),
  name: z.string(),
  id: z.string().optional(),
});

export const characteristicValueSchema = z.object({
  name: z.string(),
  value: z.union([z.string(), z.number(), z.boolean()]),
});

/** A price as agreed in an order: the published price, and the total for the ordered characteristics. */
export const agreedPriceSchema = publishedPriceSchema.omit({ appliesTo: true, version: true }).extend({
  /** Number of units. */
  units: z.int(),
  /** Kopecks without VAT; for usage, of one unit. */
  kopecks: z.int(),
});

/** An order item that affects the service. */
export const orderItemReferenceSchema = z.object({
  orderId: z.string(),
  itemId: z.string(),
  action: z.enum(orderActions),
});

/** A service that an operator receives (TMF: product), as it is stored. */
export const productRecordSchema = z.object({
  schemaVersion: z.literal(1),
  version: z.int(),
  historySequence: historySequenceSchema,
  operatorId: z.string(),
  ulid: z.string(),
  status: z.enum(productStatuses),
  name: textSchema,
  offering: z.object({ id: z.string(), name: textSchema }),
  specification: z.object({ id: z.string(), version: z.string(), name: textSchema }),
  categoryIds: z.array(z.string()),
  characteristics: z.array(characteristicValueSchema),
  places: z.array(placeSchema),
  prices: z.array(agreedPriceSchema),
  orderDate: z.string(),
  startDate: z.string().optional(),
  terminationDate: z.string().optional(),
  /** The operator's own reference, from the order. */
  externalId: z.string().optional(),
  billingAccountId: z.string().optional(),
  agreementId: z.string().optional(),
  /** The open order item. There is one at most: another order is refused meanwhile. */
  openItem: orderItemReferenceSchema.optional(),
  /** The last twenty order items, newest last; the history has all of them. */
  orderItems: z.array(orderItemReferenceSchema).max(20),
});

export type ProductRecord = z.infer<typeof productRecordSchema>;
export type ProductStatus = ProductRecord['status'];
export type OrderAction = (typeof orderActions)[number];
export type AgreedPrice = z.infer<typeof agreedPriceSchema>;
export type CharacteristicValue = z.infer<typeof characteristicValueSchema>;

/** Key of a service in its operator's partition. */
export function productKey(partition: Partition, ulid: string): ItemKey {
  return { partition, sortKey: `PRODUCT#${ulid}` };
}

/** Item of a service, with its index attributes. */
export function productItem(product: ProductRecord): VersionedItem {
  const { operatorId, ulid, status, externalId, name } = product;
  return {
    ...product,
    ...productStatusAttributes(operatorId, status, ulid),
    referencePartition: `OP#${operatorId}#PRODUCT`,
    referenceSort: `${(externalId ?? name.ru).toLowerCase()}#${ulid}`,
    namePartition: `OP#${operatorId}#PRODUCT`,
    russianNameSort: `${name.ru.toLowerCase()}#${ulid}`,
    englishNameSort: `${name.en.toLowerCase()}#${ulid}`,
  };
}

/** Attributes of the state index, which change together with the status. */
export function productStatusAttributes(
  operatorId: string,
  status: ProductStatus,
  ulid: string,
): { readonly statePartition: string; readonly stateSort: string } {
  return { statePartition: `OP#${operatorId}#PRODUCT#${status}`, stateSort: ulid };
}
