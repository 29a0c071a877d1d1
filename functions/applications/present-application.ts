import type * as z from 'zod';
import type {
  ApplicationRecord,
  applicationStatusSchema,
} from '../../shared/application/application-record.ts';
import {
  type ApplicationState,
  isOpenToApplicant,
  waitingFor,
} from '../../shared/application/application-state.ts';
import type { ScanKind } from '../../shared/application/package.ts';
import type { ScanRecord } from '../../shared/application/scan-record.ts';
import { packageScans } from '../../shared/application/package-scans.ts';
import { presentScan } from '../../shared/application/scan-resource.ts';
import type { Language } from '../../shared/text.ts';
import { type application, applicationsPath, type applicationStatus } from './application-resource.ts';
import { ofKind } from './package-rules.ts';

/** An application with its scans, for its applicant, without the names of the carrier's people. */
export function presentApplication(
  record: ApplicationRecord,
  scans: readonly ScanRecord[],
  language: Language,
): z.input<typeof application> {
  const { id, state, form = {}, corrections, decision } = record;
  const filesOf = (kind: ScanKind) =>
    ofKind(scans, kind).map((scan) => presentOwnScan(scan, record, language));
  return {
    '@type': 'CabinetApplication',
    id,
    href: `${applicationsPath}/${id}`,
    state,
    ...waiting(state),
    form,
    package: {
      application: filesOf('application'),
      identityDocument: filesOf('identityDocument'),
      powerOfAttorney: filesOf('powerOfAttorney'),
      other: filesOf('other'),
    },
    corrections: corrections.map(({ at, text, answeredAt }) => ({ at, text, answeredAt })),
    ...(decision === undefined
      ? {}
      : {
          decision: {
            at: decision.at,
            kind: decision.kind,
            reason: decision.reason,
            cause: decision.cause,
          },
        }),
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
    submittedAt: record.submittedAt,
    dueAt: record.dueAt,
    expiresAt: state === 'draft' ? record.eraseAt : undefined,
  };
}

/** A file of the package, for its applicant. */
export function presentOwnScan(scan: ScanRecord, application: ApplicationRecord, language: Language) {
  return presentScan(scan, application, {
    path: packageScans.entrances.applicant.path,
    removable: isOpenToApplicant(application.state),
    language,
  });
}

/** Status of an application. */
export function presentStatus(
  id: string,
  { state, updatedAt, dueAt }: z.infer<typeof applicationStatusSchema>,
): z.input<typeof applicationStatus> {
  return { '@type': 'CabinetApplicationStatus', id, state, ...waiting(state), updatedAt, dueAt };
}

function waiting(state: ApplicationState): { waitingFor?: 'applicant' | 'carrier' } {
  const side = waitingFor(state);
  return side === undefined ? {} : { waitingFor: side };
}
