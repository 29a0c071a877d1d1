import * as z from 'zod';
import { type OfferingRecord, offeringRecordSchema } from '../../shared/offering/offering-record.ts';
import type { Partition } from '../../shared/table/partition.ts';
import type { StoredItem } from '../../shared/table/item.ts';
import type { ItemKey } from '../../shared/table/table.ts';

const storedSchema = z.object({ schemaVersion: z.literal(1), offerings: z.array(offeringRecordSchema) });

/** Key of the terms that an order was placed on. */
export function termsKey(partition: Partition, orderUlid: string): ItemKey {
  return { partition, sortKey: `ORDER/TERMS#${orderUlid}` };
}

/** Offerings as they were published when the order was placed; written once (docs/adr/0005). */
export function termsItemOf(offerings: readonly OfferingRecord[]): StoredItem {
  return { schemaVersion: 1, offerings };
}

/** Reads the terms of an order, by offering id. */
export function parseTerms(item: StoredItem | undefined): ReadonlyMap<string, OfferingRecord> {
  if (item === undefined) return new Map();
  const { offerings } = storedSchema.parse(item);
  return new Map(offerings.map((offering) => [offering.id, offering]));
}
