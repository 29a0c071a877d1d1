import type { ApplicationEvent } from '../../shared/application/application-event.ts';
import type { ApplicationRecord } from '../../shared/application/application-record.ts';
import { waitingFor } from '../../shared/application/application-state.ts';
import { missingKinds } from '../../shared/application/package.ts';
import type { ScanRecord } from '../../shared/application/scan-record.ts';
import { presentCarrierPerson } from '../../shared/auth/carrier-person.ts';
import { stateStepOf } from '../../shared/application/application-changes.ts';
import { packageScans } from '../../shared/application/package-scans.ts';
import { presentScan } from '../../shared/application/scan-resource.ts';
import { fileExtensions } from '../../shared/uploads/file-type.ts';
import type { Language } from '../../shared/text.ts';
import { isPackageOpen } from './paper-scan.ts';
import {
  type ApplicationCase,
  type ApplicationFile,
  applicationPath,
  type ApplicationSummary,
} from './application-resource.ts';

const endings: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(fileExtensions));
const day = 24 * 60 * 60 * 1000;

/** Who reads, and when: the presentation depends on both. */
export interface Reader {
  readonly sub: string;
  readonly now: Date;
}

/** An application in a list. */
export function presentSummary(application: ApplicationRecord, reader: Reader): ApplicationSummary {
  const { id, state, channel, form, createdAt, submittedAt, dueAt, managerSub, decision } = application;
  const waits = waitingFor(state);
  const { name, taxpayerNumber } = form?.company ?? {};
  return {
    '@type': 'CabinetAccessApplication',
    id,
    href: `${applicationPath}/${id}`,
    state,
    channel,
    ...(form?.company === undefined ? {} : { company: { name, taxpayerNumber } }),
    ...(waits === undefined ? {} : { waitingFor: waits }),
    createdAt,
    submittedAt,
    ...(submittedAt === undefined ? {} : { ageDays: daysBetween(submittedAt, reader.now) }),
    ...(waits === undefined ? {} : { dueAt }),
    overdue: waits === 'carrier' && dueAt !== undefined && Date.parse(dueAt) < reader.now.getTime(),
    ...(managerSub === undefined ? {} : { takenBy: presentCarrierPerson(managerSub, reader) }),
    checkList: application.checkList,
    missingScan: waits === undefined ? [] : missingKinds(application.scannedKinds ?? []),
    ...(decision === undefined ? {} : { decision: presentDecision(decision, reader) }),
  };
}

/** An application for the managers who decide on it. */
export function presentCase(application: ApplicationRecord, reader: Reader): ApplicationCase {
  const { form, corrections, approval, eraseAt, erasedAt } = application;
  return {
    ...presentSummary(application, reader),
    ...(form === undefined ? {} : { form }),
    correction: corrections.map(({ by, ...correction }) => ({
      ...correction,
      by: presentCarrierPerson(by, reader),
    })),
    ...(approval === undefined ? {} : { approval: presentApproval(approval, reader) }),
    ...(eraseAt === undefined ? {} : { eraseAt }),
    ...(erasedAt === undefined ? {} : { erasedAt }),
  };
}

function presentDecision(
  { by, ...decision }: NonNullable<ApplicationRecord['decision']>,
  reader: Reader,
): NonNullable<ApplicationSummary['decision']> {
  return { ...decision, ...(by === undefined ? {} : { by: presentCarrierPerson(by, reader) }) };
}

function presentApproval(
  approval: NonNullable<ApplicationRecord['approval']>,
  reader: Reader,
): NonNullable<ApplicationCase['approval']> {
  const { operatorId, existing, managerSub, billingAccountId, agreementId, accounts } = approval;
  return {
    operatorId,
    existing,
    manager: presentCarrierPerson(managerSub, reader),
    billingAccountId,
    agreementId,
    account: accounts.map(({ email, outcome }) => ({ email, outcome })),
  };
}

/** A document of the package, for the managers. */
export function presentFile(scan: ScanRecord, application: ApplicationRecord, language: Language) {
  return presentScan(scan, application, {
    path: packageScans.entrances.review.path,
    removable: isPackageOpen(application),
    language,
  });
}

/** File name for a download URL, which ends up in access logs: the kind of document, not the uploaded file's name. */
export function neutralFile(
  { id }: Pick<ApplicationRecord, 'id'>,
  { kind, mimeType }: ScanRecord,
): Pick<ScanRecord, 'fileName' | 'mimeType'> {
  const ending = endings.get(mimeType)?.[0];
  return { fileName: [`${kind}-${id}`, ...(ending === undefined ? [] : [ending])].join('.'), mimeType };
}

/** An event of an application's history. */
export function presentEvent(event: ApplicationEvent, reader: Reader): ApplicationFile['history'][number] {
  const { sequence, at, by, kind, change, reason, scanId, scanKind } = event;
  return {
    id: String(sequence),
    sequence,
    at,
    ...(by.side === 'carrier' ? { by: presentCarrierPerson(by.sub, reader) } : {}),
    kind,
    ...stateStepOf(change),
    change: change.map(({ field, before, after }) => ({ field, before, after })),
    reason,
    scanId,
    scanKind,
  };
}

function daysBetween(from: string, to: Date): number {
  return Math.max(0, Math.floor((to.getTime() - Date.parse(from)) / day));
}
