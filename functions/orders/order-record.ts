import * as z from 'zod';
import { decodeTime } from 'ulid';
import { signedInActorSchema } from '../../shared/history/actor.ts';
import { historySequenceSchema } from '../../shared/history/history-item.ts';
import {
  agreedPriceSchema,
  characteristicValueSchema,
  orderActions,
  placeSchema,
  productStatuses,
} from '../../shared/product/product-record.ts';
import type { Partition } from '../../shared/table/partition.ts';
import type { ItemKey } from '../../shared/table/table.ts';
import { textSchema } from '../../shared/text-schema.ts';
import { isFinal, itemStates, orderStates } from '../../shared/order/order-state.ts';
import { cancellationStates } from './state-machine.ts';

/** Progress of an item. */
const progressSchema = z.object({
  state: z.enum(itemStates),
  /** State in which the cancellation was requested, while it is being assessed. */
  stateBefore: z.enum(itemStates).optional(),
  acceptedAt: z.string().optional(),
  /** When it became final. */
  endedAt: z.string().optional(),
  /** When it is to be delivered: planned until acceptance, promised after that. */
  target: z.string(),
  /** When the next action is due. */
  dueDate: z.string().optional(),
});

export const relationshipTypes = ['reliesOn', 'bundles'] as const;

const orderItemSchema = z.object({
  id: z.string(),
  action: z.enum(orderActions),
  name: textSchema,
  offering: z.object({ id: z.string(), name: textSchema }),
  specification: z.object({ id: z.string(), version: z.string(), name: textSchema }),
  categoryIds: z.array(z.string()),
  /** The service as it will be; empty for a disconnection. */
  characteristics: z.array(characteristicValueSchema),
  /** For a change: the service as it is. */
  characteristicsBefore: z.array(characteristicValueSchema).optional(),
  places: z.array(placeSchema),
  prices: z.array(agreedPriceSchema),
  deliveryWorkingDays: z.int(),
  relationships: z.array(z.object({ id: z.string(), type: z.enum(relationshipTypes) })),
  /** The service; for a connection, set at acceptance. */
  productUlid: z.string().optional(),
  /** For a disconnection: status that the service returns to if the disconnection fails. */
  productStatus: z.enum(productStatuses).optional(),
  /** The last event of the service's history that this item knows of (docs/adr/0096). */
  productSequence: historySequenceSchema.optional(),
  /** Absent for items that only give context: they are not processed. */
  progress: progressSchema.optional(),
});

export const noteSchema = z.object({
  ulid: z.string(),
  at: z.string(),
  by: signedInActorSchema,
  text: z.string(),
});

/** How many of the newest notes the order itself contains; all of them are child items. */
export const inlineNotes = 10;

const namedReference = z.object({ id: z.string(), name: z.string().optional() });

/** An order, as it is stored. */
export const orderRecordSchema = z.object({
  schemaVersion: z.literal(1),
  version: z.int(),
  historySequence: historySequenceSchema,
  operatorId: z.string(),
  operatorName: z.string(),
  ulid: z.string(),
  managerSub: z.string().optional(),
  state: z.enum(orderStates),
  externalId: z.string().optional(),
  description: z.string().optional(),
  category: z.string().optional(),
  priority: z.enum(['0', '1', '2', '3', '4']),
  requestedStartDate: z.string().optional(),
  requestedCompletionDate: z.string().optional(),
  notificationContact: z.string().optional(),
  billingAccount: namedReference.optional(),
  agreements: z.array(namedReference),
  items: z.array(orderItemSchema),
  notes: z.array(noteSchema).max(inlineNotes),
  /** How many files are attached, in any state; maintained by functions/attachments. */
  attachmentCount: z.int().optional(),
  completionDate: z.string().optional(),
  cancellationDate: z.string().optional(),
  cancellationReason: z.string().optional(),
  /** The open cancellation request. */
  cancellation: z
    .object({
      ulid: z.string(),
      state: z.enum(cancellationStates),
      reason: z.string().optional(),
      itemIds: z.array(z.string()),
    })
    .optional(),
});

export type OrderRecord = z.infer<typeof orderRecordSchema>;
export type OrderItem = z.infer<typeof orderItemSchema>;
export type Progress = z.infer<typeof progressSchema>;
export type Note = z.infer<typeof noteSchema>;

/** An item that is processed. */
export type WorkItem = OrderItem & { readonly progress: Progress };

export function isWork(item: OrderItem): item is WorkItem {
  return item.progress !== undefined;
}

/** Items that are not final. */
export function openItemsOf(order: OrderRecord): readonly WorkItem[] {
  return order.items.filter(isWork).filter(({ progress }) => !isFinal(progress.state));
}

/** When an order was submitted: the time in its id. */
export function orderDateOf({ ulid }: Pick<OrderRecord, 'ulid'>): string {
  return new Date(decodeTime(ulid)).toISOString();
}

/** Key of a note to an order. */
export function noteKey(partition: Partition, orderUlid: string, noteUlid: string): ItemKey {
  return { partition, sortKey: `ORDER/NOTE#${orderUlid}#${noteUlid}` };
}
