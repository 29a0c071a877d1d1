import * as z from 'zod';
import { orderActions } from '../../shared/product/product-record.ts';
import { textSchema } from '../../shared/text-schema.ts';

/** The attributes of an order that the search shows. */
export const foundOrderSchema = z.object({
  operatorId: z.string(),
  ulid: z.string(),
  state: z.string(),
  externalId: z.string().optional(),
  items: z.tuple([z.object({ action: z.enum(orderActions), name: textSchema })], z.unknown()),
});

export type FoundOrder = z.infer<typeof foundOrderSchema>;
