import * as z from 'zod';
import type { Partition } from '../table/partition.ts';
import type { ItemKey } from '../table/table.ts';
import { scanKinds } from './application-record.ts';

/** Where an uploaded file stands: not there yet, in quarantine, or judged. */
export const uploadStates = ['awaited', 'inspecting', 'accepted', 'refused'] as const;

/** A scan of the package, as it is stored. */
export const scanRecordSchema = z.object({
  schemaVersion: z.literal(1),
  version: z.int(),
  id: z.string(),
  kind: z.enum(scanKinds),
  fileName: z.string(),
  mimeType: z.string(),
  /** Bytes. */
  size: z.int(),
  /** SHA-256 of the bytes, base64. */
  sha256: z.string(),
  state: z.enum(uploadStates),
  /** Why it was refused: what the bytes are not, or what was found in them. */
  refusal: z.enum(['otherType', 'otherSize', 'otherContent', 'malware', 'unreadable']).optional(),
  createdAt: z.string(),
  inspectedAt: z.string().optional(),
});

export type ScanRecord = z.infer<typeof scanRecordSchema>;

/** Sort keys of the scans of an application: directly behind its own, so that one query reads them all. */
export const scanSortKeyPrefix = 'APPLICATION#SCAN#';

/** Where a scan stands in its application's partition. */
export function scanKey(partition: Partition, scanId: string): ItemKey {
  return { partition, sortKey: `${scanSortKeyPrefix}${scanId}` };
}

/** Object of a scan in the bucket of applications, before it was inspected and after. */
export function scanObjectKey(
  applicationId: string,
  scanId: string,
  place: 'quarantine' | 'accepted',
): string {
  const key = `applications/${applicationId}/${scanId}`;
  return place === 'quarantine' ? `quarantine/${key}` : key;
}
