import { isOpenToApplicant } from '../../shared/application/application-state.ts';
import type { ApplicationRecord } from '../../shared/application/application-record.ts';
import type { ScanRecord } from '../../shared/application/scan-record.ts';
import { CabinetError } from '../../shared/errors.ts';
import type { Text } from '../../shared/text.ts';
import { changed } from './draft.ts';
import { maxScans } from './package-rules.ts';
import type { Change, ApplicationWithScans } from './store.ts';

/** What is said of a scan before it is uploaded. */
type AnnouncedScan = Pick<ScanRecord, 'kind' | 'fileName' | 'mimeType' | 'size' | 'sha256'>;

/**
 * Adds a scan that is awaited now.
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
        ru: `В пакете не больше ${String(maxScans)} файлов: уберите лишние`,
        en: `A package has ${String(maxScans)} files at most: remove some`,
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
 * Takes a scan out of the package.
 *
 * @throws CabinetError `notFound`, `changeForbidden`
 */
export function removeScan(held: ApplicationWithScans, scanId: string, now: Date): Change {
  const removed = findScan(held, scanId);
  requireOpen(held.application);
  return {
    application: changed(held.application, now),
    scan: { removed },
    event: { kind: 'scanRemoved', scanId, scanKind: removed.kind },
  };
}

/**
 * The scan whose bytes are still to come.
 *
 * @throws CabinetError `notFound`; `changeForbidden` where they came
 */
export function requireAwaited(held: ApplicationWithScans, scanId: string): ScanRecord {
  const scan = findScan(held, scanId);
  requireOpen(held.application);
  if (scan.state === 'awaited') return scan;
  throw new CabinetError('changeForbidden', {
    message: {
      ru: 'Файл уже дошёл. Чтобы заменить, уберите его и добавьте другой',
      en: 'The file has arrived. To replace it, remove it and add another',
    },
  });
}

/** @throws CabinetError `changeForbidden` while it is the carrier's turn, and once it is decided */
export function requireOpen({ state, decision }: ApplicationRecord): void {
  if (isOpenToApplicant(state)) return;
  throw new CabinetError('changeForbidden', { message: decision === undefined ? notYourTurn : decided });
}

const notYourTurn: Text = {
  ru: 'Заявление у оператора связи: изменить его можно, когда он попросит исправлений',
  en: 'The application is with the carrier: it can be changed when corrections are asked for',
};

const decided: Text = {
  ru: 'Заявление закрыто: изменить его нельзя, можно подать новое',
  en: 'The application is closed: it cannot be changed, another can be sent',
};

function findScan({ scans }: ApplicationWithScans, scanId: string): ScanRecord {
  const scan = scans.find(({ id }) => id === scanId);
  if (scan === undefined) throw new CabinetError('notFound');
  return scan;
}
