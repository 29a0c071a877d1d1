import type { ApplicationHappening } from '../../shared/application/application-event.ts';
import type { ApplicationRecord } from '../../shared/application/application-record.ts';
import type { ScanRecord } from '../../shared/application/scan-record.ts';
import { CabinetError } from '../../shared/errors.ts';
import { refuseUnlessOpen } from './review.ts';

/** Description of a scan that is going to be uploaded. */
type Announced = Pick<ScanRecord, 'kind' | 'fileName' | 'mimeType' | 'size' | 'sha256'>;

/** How many scans a package may have. */
const maxScans = 20;

/** A scan whose upload is pending, with its history event. */
export function announceScan(
  id: string,
  announced: Announced,
  now: Date,
): { scan: ScanRecord; event: ApplicationHappening } {
  const { kind, fileName, mimeType, size, sha256 } = announced;
  return {
    scan: {
      schemaVersion: 1,
      version: 1,
      id,
      kind,
      fileName,
      mimeType,
      size,
      sha256,
      state: 'awaited',
      createdAt: now.toISOString(),
    },
    event: eventOf('scanAdded', { id, kind }),
  };
}

/** History event of a scan. */
export function eventOf(
  kind: 'scanAdded' | 'scanRemoved' | 'scanOpened',
  scan: Pick<ScanRecord, 'id' | 'kind'>,
): ApplicationHappening {
  return { kind, change: [], scanId: scan.id, scanKind: scan.kind };
}

/**
 * Requires an undecided application from paper, whose package managers may change.
 *
 * @throws CabinetError `transitionForbidden`, `changeForbidden`
 */
export function refuseUnlessPaper(application: ApplicationRecord): void {
  refuseUnlessOpen(application);
  if (application.channel === 'paper') return;
  throw new CabinetError('changeForbidden', {
    message: {
      ru: 'Пакет, поданный через сайт, меняет заявитель: запросите исправления',
      en: 'A package submitted online is changed by the applicant: request corrections',
    },
  });
}

/** @throws CabinetError `changeForbidden` if the package has the maximum number of scans */
export function refuseFull(scans: readonly ScanRecord[]): void {
  if (scans.length < maxScans) return;
  throw new CabinetError('changeForbidden', {
    message: {
      ru: `В пакете не больше ${maxScans} сканов: удалите лишние`,
      en: `A package can have at most ${maxScans} scans: remove some`,
    },
  });
}
