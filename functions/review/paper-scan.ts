import type { ApplicationHappening } from '../../shared/application/application-event.ts';
import type { ApplicationRecord } from '../../shared/application/application-record.ts';
import type { ScanRecord } from '../../shared/application/scan-record.ts';
import { CabinetError } from '../../shared/errors.ts';
import { type AnnouncedFile, awaitedUpload } from '../../shared/uploads/upload-record.ts';
import { isOpen, refuseUnlessOpen } from './review.ts';

/** A scan whose upload is pending, with its history event. */
export function announceScan(
  announced: AnnouncedFile & Pick<ScanRecord, 'kind'>,
  cause: { readonly id: string; readonly now: Date },
): { scan: ScanRecord; event: ApplicationHappening } {
  const { kind } = announced;
  return {
    scan: { ...awaitedUpload(announced, cause), kind },
    event: eventOf('scanAdded', { id: cause.id, kind }),
  };
}

/** History event of a scan. */
export function eventOf(
  kind: 'scanAdded' | 'scanRemoved' | 'scanOpened',
  scan: Pick<ScanRecord, 'id' | 'kind'>,
): ApplicationHappening {
  return { kind, change: [], scanId: scan.id, scanKind: scan.kind };
}

/** Whether the carrier received the package on paper, so that its managers scan it. */
function isFromPaper({ channel }: ApplicationRecord): boolean {
  return channel === 'paper';
}

/** Whether managers may change the package: of an undecided application from paper. */
export function isPackageOpen(application: ApplicationRecord): boolean {
  return isFromPaper(application) && isOpen(application);
}

/**
 * Requires an undecided application from paper, whose package managers may change.
 *
 * @throws CabinetError `transitionForbidden`, `changeForbidden`
 */
export function refuseUnlessPaper(application: ApplicationRecord): void {
  refuseUnlessOpen(application);
  if (isFromPaper(application)) return;
  throw new CabinetError('changeForbidden', {
    message: {
      ru: 'Пакет, поданный через сайт, меняет заявитель: запросите исправления',
      en: 'A package submitted online is changed by the applicant: request corrections',
    },
  });
}
