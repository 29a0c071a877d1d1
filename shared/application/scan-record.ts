import * as z from 'zod';
import { uploadRecordShape } from '../uploads/upload-record.ts';
import type { Partition } from '../table/partition.ts';
import type { ItemKey } from '../table/table.ts';
import { scanKinds } from './application-record.ts';

/** A scan of the package, as it is stored. */
export const scanRecordSchema = z.object({ ...uploadRecordShape, kind: z.enum(scanKinds) });

export type ScanRecord = z.infer<typeof scanRecordSchema>;

/** Sort key prefix of an application's scans, directly after its own, so that one query reads them all. */
export const scanSortKeyPrefix = 'APPLICATION#SCAN#';

/** Key of a scan. */
export function scanKey(partition: Partition, scanId: string): ItemKey {
  return { partition, sortKey: `${scanSortKeyPrefix}${scanId}` };
}
