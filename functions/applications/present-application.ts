import type * as z from 'zod';
import type {
  ApplicationRecord,
  applicationStatusSchema,
} from '../../shared/application/application-record.ts';
import { type ApplicationState, waitingFor } from '../../shared/application/application-state.ts';
import type { ScanKind } from '../../shared/application/package.ts';
import type { ScanRecord } from '../../shared/application/scan-record.ts';
import type { UploadTarget } from '../../shared/files/file-bucket.ts';
import {
  type application,
  applicationsPath,
  type applicationStatus,
  type scan,
  type upload,
} from './application-resource.ts';
import { ofKind } from './package-rules.ts';

/** An application with its scans, for its applicant, without the names of the carrier's people. */
export function presentApplication(
  { id, state, form = {}, corrections, decision, ...record }: ApplicationRecord,
  scans: readonly ScanRecord[],
): z.input<typeof application> {
  const filesOf = (kind: ScanKind) => ofKind(scans, kind).map(presentScan);
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

/** A file that is not uploaded yet, with its upload URL. */
export function presentUpload(record: ScanRecord, target: UploadTarget): z.input<typeof upload> {
  return {
    ...presentScan(record),
    '@type': 'CabinetUpload',
    kind: record.kind,
    target: { ...target, fields: { ...target.fields } },
  };
}

/** Status of an application. */
export function presentStatus(
  id: string,
  { state, updatedAt, dueAt }: z.infer<typeof applicationStatusSchema>,
): z.input<typeof applicationStatus> {
  return { '@type': 'CabinetApplicationStatus', id, state, ...waiting(state), updatedAt, dueAt };
}

function presentScan({
  id,
  fileName,
  mimeType,
  size,
  state,
  refusal,
  createdAt,
}: ScanRecord): z.input<typeof scan> {
  return { id, fileName, mimeType, size, state, refusal, createdAt };
}

function waiting(state: ApplicationState): { waitingFor?: 'applicant' | 'carrier' } {
  const side = waitingFor(state);
  return side === undefined ? {} : { waitingFor: side };
}
