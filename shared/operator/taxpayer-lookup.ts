import * as z from 'zod';
import { operatorIdSchema } from '../auth/membership.ts';
import { Partition } from '../table/partition.ts';
import type { ItemKey } from '../table/table.ts';

/**
 * Which operator has an ИНН. Written with the operator's record, on condition that it is absent, by whoever registers
 * one: that is what keeps a company from being registered twice.
 */
export const taxpayerLookupSchema = z.object({
  schemaVersion: z.literal(1),
  operatorId: operatorIdSchema,
});

/** Where the operator of an ИНН is found. */
export function taxpayerKey(taxpayerNumber: string): ItemKey {
  return { partition: Partition.ofCarrier(), sortKey: `TAXPAYER#${taxpayerNumber}` };
}

/** Item that leads from an ИНН to its operator. */
export function taxpayerItem(operatorId: string): z.infer<typeof taxpayerLookupSchema> {
  return { schemaVersion: 1, operatorId };
}
