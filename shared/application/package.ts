import { scanKinds } from './application-record.ts';
import type { ScanRecord } from './scan-record.ts';

export type ScanKind = (typeof scanKinds)[number];

/** Documents that every package must have. */
export const requiredKinds: readonly ScanKind[] = ['application', 'identityDocument', 'powerOfAttorney'];

/** Documents with an accepted scan. */
export function scannedKindsOf(scans: readonly ScanRecord[]): ScanKind[] {
  return scanKinds.filter((kind) => scans.some((scan) => scan.kind === kind && scan.state === 'accepted'));
}

/** Required documents that are missing. */
export function missingKinds(scannedKinds: readonly ScanKind[]): ScanKind[] {
  return requiredKinds.filter((kind) => !scannedKinds.includes(kind));
}
