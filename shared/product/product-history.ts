import * as z from 'zod';
import { signedInActorSchema } from '../history/actor.ts';
import { History } from '../history/history.ts';
import { type Happening, historyItemShape } from '../history/history-item.ts';
import type { Partition } from '../table/partition.ts';
import { orderItemReferenceSchema } from './product-record.ts';

/** Kinds of events of a service: its status, which it is created with, or what it consists of. */
export const productEventKinds = ['status', 'change'] as const;

/** An event of a service's history. */
export const productEventSchema = z.object({
  ...historyItemShape,
  by: signedInActorSchema,
  kind: z.enum(productEventKinds),
  /** The order item that caused it. */
  orderItem: orderItemReferenceSchema.optional(),
});

export type ProductEvent = z.infer<typeof productEventSchema>;

/** What happened to a service. */
export type ProductHappening = Happening<ProductEvent>;

/** The history of a service. */
export function productHistory(partition: Partition, productUlid: string): History<ProductEvent> {
  return new History(partition, `PRODUCT/HISTORY#${productUlid}#`, productEventSchema);
}
