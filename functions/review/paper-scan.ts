import type { ApplicationEvent } from '../../shared/application/application-event.ts';
import type { ApplicationRecord } from '../../shared/application/application-record.ts';
import type { ScanRecord } from '../../shared/application/scan-record.ts';
import { CabinetError } from '../../shared/errors.ts';
import { refuseUnlessOpen } from './review.ts';
import { managerOf, type Taken } from './step.ts';

/** What is said of a scan before its bytes come. */
type Announced = Pick<ScanRecord, 'kind' | 'fileName' | 'mimeType' | 'size' | 'sha256'>;

/** How many scans a package may have. */
const mostScans = 20;

/** A scan that is awaited, and its entry in the history. */
export function announceScan(
  id: string,
  announced: Announced,
  taken: Taken,
): { scan: ScanRecord; event: ApplicationEvent } {
  const { kind, fileName, mimeType, size, sha256 } = announced;
  const at = taken.now.toISOString();
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
      createdAt: at,
    },
    event: eventOf('scanAdded', { id, kind }, taken),
  };
}

/** Something that happened to a scan, for the history. */
export function eventOf(
  kind: 'scanAdded' | 'scanRemoved' | 'scanOpened',
  scan: Pick<ScanRecord, 'id' | 'kind'>,
  { by, now }: Taken,
): ApplicationEvent {
  return {
    schemaVersion: 1,
    at: now.toISOString(),
    by: managerOf(by),
    kind,
    scanId: scan.id,
    scanKind: scan.kind,
  };
}

/**
 * That a manager may change the package of an application: it came on paper, and is not decided.
 *
 * @throws CabinetError `transitionForbidden`, `changeForbidden`
 */
export function refuseUnlessPaper(application: ApplicationRecord): void {
  refuseUnlessOpen(application);
  if (application.channel === 'paper') return;
  throw new CabinetError('changeForbidden', {
    message: {
      ru: 'Пакет с сайта меняет заявитель: запросите исправления',
      en: 'The applicant changes the package of the site: ask for corrections',
    },
  });
}

/** @throws CabinetError `changeForbidden` where the package has as many scans as it may */
export function refuseFull(scans: readonly ScanRecord[]): void {
  if (scans.length < mostScans) return;
  throw new CabinetError('changeForbidden', {
    message: {
      ru: `В пакете не больше ${mostScans} сканов: удалите лишние`,
      en: `A package has ${mostScans} scans at most: remove some`,
    },
  });
}
