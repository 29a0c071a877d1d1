import * as z from 'zod';
import type { PortfolioScope } from '../../shared/auth/scope.ts';
import type { ApplicationEvent, ApplicationHappening } from '../../shared/application/application-event.ts';
import { applicationHistory } from '../../shared/application/application-history.ts';
import {
  applicationKey,
  applicationQueue,
  type ApplicationRecord,
  applicationRecordSchema,
  applicationSortKey,
  decidedApplications,
} from '../../shared/application/application-record.ts';
import { applicationAt, isDueForErasure, containsCorrectionText } from '../../shared/application/erasure.ts';
import { scannedKindsOf } from '../../shared/application/package.ts';
import {
  scanKey,
  type ScanRecord,
  scanRecordSchema,
  scanSortKeyPrefix,
} from '../../shared/application/scan-record.ts';
import { packageScans } from '../../shared/application/package-scans.ts';
import { CabinetError } from '../../shared/errors.ts';
import { removalActions } from '../../shared/uploads/removal.ts';
import type { CarrierActor } from '../../shared/history/actor.ts';
import type { Cause } from '../../shared/history/history-item.ts';
import { tableDefinition } from '../../shared/table/definition.ts';
import { type ListPage, type Paging, readPage } from '../../shared/table/page.ts';
import { Partition } from '../../shared/table/partition.ts';
import type { StoredItem } from '../../shared/table/item.ts';
import { everySortKey, highest, type Table, type WriteAction } from '../../shared/table/table.ts';
import { insert } from '../../shared/table/write-actions.ts';
import { eventActions, stepActions } from './event-actions.ts';
import type { Period } from './period.ts';
import type { Step } from './step.ts';

/** An application with everything in its partition. */
export interface StoredFile {
  readonly application: ApplicationRecord;
  readonly scans: readonly ScanRecord[];
  /** Newest first. */
  readonly events: readonly ApplicationEvent[];
}

/** Applications for the carrier's managers, who see all of them. */
export class ReviewStore {
  readonly #table: Table;
  readonly #scope: PortfolioScope;
  readonly #clock: () => Date;

  constructor(table: Table, scope: PortfolioScope, clock: () => Date) {
    this.#table = table;
    this.#scope = scope;
    this.#clock = clock;
  }

  /**
   * An application with its package and history, by one query of its partition in descending order. Where the partition
   * exceeds a DynamoDB page, which has thousands of events, older events are left out, and the package is queried
   * separately.
   *
   * @throws CabinetError `notFound`, also for a draft, which is the applicant's own
   */
  async readFile(id: string): Promise<StoredFile> {
    const partition = this.#partition(id);
    const { items, more } = await this.#table.query({
      partition,
      from: applicationSortKey,
      to: highest,
      newestFirst: true,
    });
    const history = applicationHistory(partition);
    const events = items.filter((item) => history.includes(item)).map((item) => history.parse(item));
    const found = more ? await this.#readPackage(id) : items.toReversed();
    const { application, scans, isErased } = packageOf(found, this.#clock());
    return { application, scans, events: isErased ? events.map(withoutCorrectionText) : events };
  }

  /**
   * An application with its package, for a change, with `scannedKinds` up to date.
   *
   * @throws CabinetError `notFound`
   */
  async read(id: string): Promise<{ application: ApplicationRecord; scans: readonly ScanRecord[] }> {
    const { application, scans } = packageOf(await this.#readPackage(id), this.#clock());
    return { application: { ...application, scannedKinds: scannedKindsOf(scans) }, scans };
  }

  /** The items of an application and of its scans. */
  async #readPackage(id: string): Promise<readonly StoredItem[]> {
    const { items } = await this.#table.query({
      partition: this.#partition(id),
      from: applicationSortKey,
      to: `${scanSortKeyPrefix}${highest}`,
      newestFirst: false,
    });
    return items;
  }

  /**
   * A page of undecided applications: those waiting for the carrier first, then by due date. Overdue ones, which count as
   * refused, are in the index until the eraser runs, and left out here.
   */
  queue(
    paging: Paging,
    accepts: ((application: ApplicationRecord) => boolean) | undefined,
  ): Promise<ListPage<ApplicationRecord>> {
    const partition = { index: 'byManager', key: applicationQueue } as const;
    const now = this.#clock();
    const parse = (item: StoredItem) => parseApplication(item, now);
    const isUndecided = (found: ApplicationRecord) =>
      found.decision === undefined && (accepts?.(found) ?? true);
    const list = { partition, ...everySortKey, newestFirst: false, parse, accepts: isUndecided };
    return readPage(this.#table, list, paging);
  }

  /** A page of applications that were decided in a period, latest decision first. */
  decided(
    paging: Paging,
    { from, to }: Period,
    accepts: ((application: ApplicationRecord) => boolean) | undefined,
  ): Promise<ListPage<ApplicationRecord>> {
    const partition = { index: 'byState', key: decidedApplications } as const;
    const range = { from, to: `${to}#${highest}`, newestFirst: true };
    const now = this.#clock();
    const parse = (item: StoredItem) => parseApplication(item, now);
    return readPage(this.#table, { partition, ...range, parse, accepts }, paging);
  }

  /** The writes that create an application. */
  registrationActions(step: Step, cause: Cause<CarrierActor>): readonly WriteAction[] {
    return stepActions(this.#partition(step.after.id), undefined, step, cause);
  }

  /** @throws CabinetError `concurrentChange` */
  async save(before: ApplicationRecord, step: Step, cause: Cause<CarrierActor>): Promise<void> {
    await this.#table.write(stepActions(this.#partition(step.after.id), before, step, cause));
  }

  /** The writes that add a scan to an application, provided that its state has not changed. */
  scanActions(
    application: ApplicationRecord,
    { scan, event }: { readonly scan: ScanRecord; readonly event: ApplicationHappening },
    cause: Cause<CarrierActor>,
  ): readonly WriteAction[] {
    const partition = this.#partition(application.id);
    return [insert(scanKey(partition, scan.id), scan), ...eventActions(partition, application, event, cause)];
  }

  /** Removes the record of a scan. Its bytes are erased afterwards. @throws CabinetError `concurrentChange` */
  async removeScan(
    application: ApplicationRecord,
    scan: ScanRecord,
    event: ApplicationHappening,
    cause: Cause<CarrierActor>,
  ): Promise<void> {
    const partition = this.#partition(application.id);
    const address = packageScans.address(this.#scope, { applicationId: application.id }, scan.id);
    await this.#table.write([
      ...removalActions(address, scan, this.#clock()),
      ...eventActions(partition, application, event, cause),
    ]);
  }

  /** An application with one of its scans. @throws CabinetError `notFound`, also where they are due for erasure */
  async readScan(id: string, scanId: string): Promise<{ application: ApplicationRecord; scan: ScanRecord }> {
    const partition = this.#partition(id);
    const [item, scan] = await this.#table.getMany([applicationKey(partition), scanKey(partition, scanId)]);
    const now = this.#clock();
    const application = parseSubmitted(item, now);
    if (scan === undefined || isDueForErasure(application, now)) throw new CabinetError('notFound');
    return { application, scan: scanRecordSchema.parse(scan) };
  }

  /**
   * Records an event. What must not happen unrecorded may happen once this has returned.
   *
   * @throws CabinetError `concurrentChange` if the history has grown since the application was read
   */
  async record(
    application: ApplicationRecord,
    event: ApplicationHappening,
    cause: Cause<CarrierActor>,
  ): Promise<void> {
    const partition = this.#partition(application.id);
    await this.#table.write(eventActions(partition, application, event, cause));
  }

  #partition(id: string): Partition {
    return Partition.ofApplication(this.#scope, id);
  }
}

/** The application as of now, whether the eraser has run or not. */
function parseApplication(item: StoredItem, now: Date): ApplicationRecord {
  return applicationAt(now, applicationRecordSchema.parse(item));
}

/** @throws CabinetError `notFound`, also for a draft, which is the applicant's own */
function parseSubmitted(item: StoredItem | undefined, now: Date): ApplicationRecord {
  if (item === undefined) throw new CabinetError('notFound');
  const application = parseApplication(item, now);
  if (application.state === 'draft') throw new CabinetError('notFound');
  return application;
}

function packageOf(items: readonly StoredItem[], now: Date) {
  const placed = items.map((item) => ({ item, sortKey: sortKeyOf(item) }));
  const found = placed.find(({ sortKey }) => sortKey === applicationSortKey);
  const application = parseSubmitted(found?.item, now);
  const isErased = isDueForErasure(application, now);
  const scans = placed.filter(({ sortKey }) => sortKey.startsWith(scanSortKeyPrefix));
  return {
    application,
    scans: isErased ? [] : scans.map(({ item }) => scanRecordSchema.parse(item)),
    isErased,
  };
}

function withoutCorrectionText(event: ApplicationEvent): ApplicationEvent {
  return containsCorrectionText(event) ? { ...event, reason: undefined } : event;
}

function sortKeyOf(item: StoredItem): string {
  return z.string().parse(item[tableDefinition.sortKey]);
}
