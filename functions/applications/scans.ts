import { isOpenToApplicant } from '../../shared/application/application-state.ts';
import type { ApplicationRecord } from '../../shared/application/application-record.ts';
import type { ScanRecord } from '../../shared/application/scan-record.ts';
import { CabinetError } from '../../shared/errors.ts';
import type { Text } from '../../shared/text.ts';
import { changed } from './draft.ts';
import { maxScans } from './package-rules.ts';
import type { Change, ApplicationWithScans } from './store.ts';

/** Description of a scan that is going to be uploaded. */
type AnnouncedScan = Pick<ScanRecord, 'kind' | 'fileName' | 'mimeType' | 'size' | 'sha256'>;

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
  if (scans.length >= maxScans) {
    throw new CabinetError('changeForbidden', {
      message: {
        ru: `В пакете может быть не больше ${String(maxScans)} файлов: удалите лишние`,
        en: `A package can have at most ${String(maxScans)} files: remove some`,
      },
    });
  }
  const added: ScanRecord = {
    schemaVersion: 1,
    version: 1,
    id,
    ...announced,
    state: 'awaited',
    createdAt: now.toISOString(),
  };
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
export function requireAwaited(current: ApplicationWithScans, scanId: string): ScanRecord {
  const scan = findScan(current, scanId);
  requireOpen(current.application);
  if (scan.state === 'awaited') return scan;
  throw new CabinetError('changeForbidden', {
    message: {
      ru: 'Файл уже загружен. Чтобы заменить, удалите его и добавьте другой',
      en: 'The file is already uploaded. To replace it, remove it and add another',
    },
  });
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
