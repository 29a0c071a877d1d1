import * as z from 'zod';
import type { Partition } from '../table/partition.ts';
import type { ItemKey } from '../table/table.ts';

/** Sort key of the portfolio in an account manager's partition. */
export const portfolioSortKey = 'PORTFOLIO';

/** The operators that an account manager serves. */
export const portfolioRecordSchema = z.object({
  schemaVersion: z.literal(1),
  operatorIds: z.array(z.string()),
});

/** Where the portfolio of an account manager stands. */
export function portfolioKey(partition: Partition): ItemKey {
  return { partition, sortKey: portfolioSortKey };
}
