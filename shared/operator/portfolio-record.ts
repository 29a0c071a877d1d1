import * as z from 'zod';
import { operatorIdSchema } from '../auth/membership.ts';
import type { Partition } from '../table/partition.ts';
import type { StoredItem } from '../table/item.ts';
import type { ItemKey, VersionedItem, WriteAction } from '../table/table.ts';
import { insert, replaceVersion } from '../table/write-actions.ts';

/** The operators that an account manager serves, as stored in the manager's partition. */
export const portfolioRecordSchema = z.object({
  schemaVersion: z.literal(1),
  version: z.int(),
  operatorIds: z.array(operatorIdSchema),
});

type PortfolioRecord = z.infer<typeof portfolioRecordSchema>;

/** Sort key of the portfolio in an account manager's partition. */
export const portfolioSortKey = 'PORTFOLIO';

/** Key of an account manager's portfolio. */
export function portfolioKey(partition: Partition): ItemKey {
  return { partition, sortKey: portfolioSortKey };
}

/** Item of a manager's first portfolio. */
export function portfolioItem(operatorIds: readonly string[]): VersionedItem & PortfolioRecord {
  return { schemaVersion: 1, version: 1, operatorIds: [...operatorIds] };
}

/**
 * Replaces the operators of a portfolio.
 *
 * @param found the portfolio's item as it was read; undefined if the manager has none yet
 */
export function changePortfolio(
  partition: Partition,
  found: StoredItem | undefined,
  change: (operatorIds: readonly string[]) => readonly string[],
): WriteAction {
  const key = portfolioKey(partition);
  if (found === undefined) return insert(key, portfolioItem(change([])));
  const { version, operatorIds } = portfolioRecordSchema.parse(found);
  const next = { ...found, version: version + 1, operatorIds: change(operatorIds) };
  return replaceVersion(key, next);
}
