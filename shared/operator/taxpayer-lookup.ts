import * as z from 'zod';
import { operatorIdSchema } from '../auth/membership.ts';
import { Partition } from '../table/partition.ts';
import type { ItemKey } from '../table/table.ts';

/**
 * Finds an operator by its ИНН. Every registration inserts it together with the operator's record, so that a company cannot
 * be registered twice.
 */
export const taxpayerLookupSchema = z.object({
  schemaVersion: z.literal(1),
  operatorId: operatorIdSchema,
});

/** Key of the lookup item of an ИНН. */
export function taxpayerKey(taxpayerNumber: string): ItemKey {
  return { partition: Partition.ofCarrier(), sortKey: `TAXPAYER#${taxpayerNumber}` };
}

/** Lookup item of an ИНН. */
export function taxpayerItem(operatorId: string): z.infer<typeof taxpayerLookupSchema> {
  return { schemaVersion: 1, operatorId };
}
