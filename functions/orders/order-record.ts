import * as z from 'zod';
import { decodeTime } from 'ulid';
import { signedInActorSchema } from '../../shared/history/actor.ts';
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

/** How far the work on an item is. */
const progressSchema = z.object({
  state: z.enum(itemStates),
  /** State that cancellation was asked for in, while that is being assessed. */
  stateBefore: z.enum(itemStates).optional(),
  acceptedAt: z.string().optional(),
  /** When it became final. */
  endedAt: z.string().optional(),
  /** When it is to be delivered: planned before acceptance, promised from then on. */
  target: z.string(),
  /** When whoever is waited for owes the next thing. */
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
  /** The service as it is to become; of a disconnection, nothing. */
  characteristics: z.array(characteristicValueSchema),
  /** Of a change: the service as it is. */
  characteristicsBefore: z.array(characteristicValueSchema).optional(),
  places: z.array(placeSchema),
  prices: z.array(agreedPriceSchema),
  deliveryWorkingDays: z.int(),
  relationships: z.array(z.object({ id: z.string(), type: z.enum(relationshipTypes) })),
  /** The service; of a connection, from acceptance on. */
  productUlid: z.string().optional(),
  /** Of a disconnection: status that the service returns to where nothing comes of it. */
  productStatus: z.enum(productStatuses).optional(),
  /** Absent from items that only give context: nobody works on them. */
  progress: progressSchema.optional(),
});

export const noteSchema = z.object({
  ulid: z.string(),
  at: z.string(),
  by: signedInActorSchema,
  text: z.string(),
});

/** How many notes stand in the order itself, the newest; all of them are its children. */
export const inlineNotes = 10;

const namedReference = z.object({ id: z.string(), name: z.string().optional() });

/** An order, as it is stored. */
export const orderRecordSchema = z.object({
  schemaVersion: z.literal(1),
  version: z.int(),
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
  /** How many files are attached, whatever became of them; kept by functions/attachments. */
  attachmentCount: z.int().optional(),
  completionDate: z.string().optional(),
  cancellationDate: z.string().optional(),
  cancellationReason: z.string().optional(),
  /** The request for cancellation that is being decided. */
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

/** An item that somebody works on. */
export type WorkItem = OrderItem & { readonly progress: Progress };

export function isWork(item: OrderItem): item is WorkItem {
  return item.progress !== undefined;
}

/** Items that are not final. */
export function openItemsOf(order: OrderRecord): readonly WorkItem[] {
  return order.items.filter(isWork).filter(({ progress }) => !isFinal(progress.state));
}

/** When an order was submitted: the time that its id was made at. */
export function orderDateOf({ ulid }: Pick<OrderRecord, 'ulid'>): string {
  return new Date(decodeTime(ulid)).toISOString();
}

/** Where a note to an order stands. */
export function noteKey(partition: Partition, orderUlid: string, noteUlid: string): ItemKey {
  return { partition, sortKey: `ORDER/NOTE#${orderUlid}#${noteUlid}` };
}
