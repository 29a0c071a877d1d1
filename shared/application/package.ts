import { scanKinds } from './application-record.ts';
import type { ScanRecord } from './scan-record.ts';

export type ScanKind = (typeof scanKinds)[number];

/** Documents without which no package is whole. */
export const requiredKinds: readonly ScanKind[] = ['application', 'identityDocument', 'powerOfAttorney'];

/** Documents of which an accepted scan is there. */
export function scannedKindsOf(scans: readonly ScanRecord[]): ScanKind[] {
  return scanKinds.filter((kind) => scans.some((scan) => scan.kind === kind && scan.state === 'accepted'));
}

/** Documents that a package still lacks. */
export function missingKinds(scannedKinds: readonly ScanKind[]): ScanKind[] {
  return requiredKinds.filter((kind) => !scannedKinds.includes(kind));
}
