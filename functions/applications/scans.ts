import { isOpenToApplicant } from '../../shared/application/application-state.ts';
import type { ApplicationRecord } from '../../shared/application/application-record.ts';
import type { ScanRecord } from '../../shared/application/scan-record.ts';
import { packageScans } from '../../shared/application/package-scans.ts';
import { CabinetError } from '../../shared/errors.ts';
import { type AnnouncedFile, awaitedUpload } from '../../shared/uploads/upload-record.ts';
import { requireAwaited, requireRoom } from '../../shared/uploads/upload-rules.ts';
import type { Text } from '../../shared/text.ts';
import { changed } from './draft.ts';
import type { Change, ApplicationWithScans } from './store.ts';

/** Description of a scan that is going to be uploaded. */
type AnnouncedScan = AnnouncedFile & Pick<ScanRecord, 'kind'>;

/**
 * Adds a scan whose upload is pending.
 *
 * @throws CabinetError `changeForbidden`
 */
export function addScan(
  { application, scans }: ApplicationWithScans,
  announced: AnnouncedScan,
  { id, now }: { readonly id: string; readonly now: Date },
): Change & { readonly scan: { readonly added: ScanRecord } } {
  requireOpen(application);
  requireRoom(scans.length, packageScans.entrances.applicant.maxFiles);
  const added: ScanRecord = { ...awaitedUpload(announced, { id, now }), kind: announced.kind };
  return {
    application: changed(application, now),
    scan: { added },
    event: { kind: 'scanAdded', scanId: id, scanKind: added.kind },
  };
}

/**
 * Removes a scan from the package.
 *
 * @throws CabinetError `notFound`, `changeForbidden`
 */
export function removeScan(current: ApplicationWithScans, scanId: string, now: Date): Change {
  const removed = findScan(current, scanId);
  requireOpen(current.application);
  return {
    application: changed(current.application, now),
    scan: { removed },
    event: { kind: 'scanRemoved', scanId, scanKind: removed.kind },
  };
}

/**
 * A scan that is not uploaded yet.
 *
 * @throws CabinetError `notFound`; `changeForbidden` if it has been uploaded
 */
export function awaitedScanOf(current: ApplicationWithScans, scanId: string): ScanRecord {
  const scan = findScan(current, scanId);
  requireOpen(current.application);
  requireAwaited(scan);
  return scan;
}

/** @throws CabinetError `changeForbidden` while the carrier reviews it, and once it is decided */
export function requireOpen({ state, decision }: ApplicationRecord): void {
  if (isOpenToApplicant(state)) return;
  throw new CabinetError('changeForbidden', { message: decision === undefined ? notYourTurn : decided });
}

const notYourTurn: Text = {
  ru: 'Оператор связи рассматривает заявление: изменить его можно, если он запросит исправления',
  en: 'The carrier is reviewing the application: it can be changed when corrections are requested',
};

const decided: Text = {
  ru: 'Заявление закрыто: изменить его нельзя, можно подать новое',
  en: 'The application is closed and cannot be changed; you can send a new one',
};

function findScan({ scans }: ApplicationWithScans, scanId: string): ScanRecord {
  const scan = scans.find(({ id }) => id === scanId);
  if (scan === undefined) throw new CabinetError('notFound');
  return scan;
}
