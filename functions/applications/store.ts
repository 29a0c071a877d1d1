import { timingSafeEqual } from 'node:crypto';
import type * as z from 'zod';
import { applicationChanges } from '../../shared/application/application-changes.ts';
import type { ApplicationHappening } from '../../shared/application/application-event.ts';
import { appendApplicationEvent } from '../../shared/application/application-history.ts';
import {
  applicationRecordSchema,
  type ApplicationRecord,
  applicationSortKey,
  applicationStatusKey,
  applicationStatusSchema,
} from '../../shared/application/application-record.ts';
import { applicationAt, isDueForErasure, progressAt } from '../../shared/application/erasure.ts';
import { packageScans } from '../../shared/application/package-scans.ts';
import {
  type ScanRecord,
  scanRecordSchema,
  scanSortKeyPrefix,
} from '../../shared/application/scan-record.ts';
import { writeApplication } from '../../shared/application/write-application.ts';
import type { ApplicantScope } from '../../shared/auth/scope.ts';
import { CabinetError } from '../../shared/errors.ts';
import { removalActions } from '../../shared/uploads/removal.ts';
import { withNextEvent } from '../../shared/history/history-item.ts';
import { tableDefinition } from '../../shared/table/definition.ts';
import { Partition } from '../../shared/table/partition.ts';
import { retryOnConflict } from '../../shared/table/retry-on-conflict.ts';
import { highest, type Table, type WriteAction } from '../../shared/table/table.ts';
import { insert } from '../../shared/table/write-actions.ts';

/** An application with the files of its package, oldest first. */
export interface ApplicationWithScans {
  readonly application: ApplicationRecord;
  readonly scans: readonly ScanRecord[];
}

/** A change: the next application, the change to one of its scans, and the event for its history. */
export interface Change {
  readonly application: ApplicationRecord;
  readonly scan?: { readonly added: ScanRecord } | { readonly removed: ScanRecord };
  readonly event?: Omit<ApplicationHappening, 'change'>;
}

/** The application that a secret gives access to. */
export class ApplicationStore {
  readonly #table: Table;
  readonly #scope: ApplicantScope;
  readonly #clock: () => Date;
  readonly #requestId: string;

  constructor(
    table: Table,
    scope: ApplicantScope,
    { clock, requestId }: { readonly clock: () => Date; readonly requestId: string },
  ) {
    this.#table = table;
    this.#scope = scope;
    this.#clock = clock;
    this.#requestId = requestId;
  }

  /**
   * The application, in one call.
   *
   * @throws CabinetError `notFound` if there is none, if it has expired, or if the secret belongs to another
   */
  async read(id: string): Promise<ApplicationWithScans> {
    const current = await this.#readIfAny(id);
    if (current === undefined) throw new CabinetError('notFound');
    return current;
  }

  /**
   * The application; if there is none yet, the one that `begin` creates.
   *
   * @throws CabinetError `notFound` if it was a draft and has expired
   */
  async readOrCreate(begin: () => ApplicationRecord): Promise<ApplicationWithScans> {
    return retryOnConflict(async () => {
      const id = this.#scope.applicationId;
      const found = await this.#readIfAny(id);
      if (found !== undefined) return found;
      const application = begin();
      await this.#write(id, undefined, { application, event: { kind: 'created' } });
      return { application, scans: [] };
    });
  }

  /**
   * Changes the application in one read and one transaction, and retries if it changed in between.
   *
   * @param decide returns the change to make; undefined if there is none
   * @throws CabinetError `notFound`, `concurrentChange`, and the errors of `decide`
   */
  async change(
    id: string,
    decide: (current: ApplicationWithScans) => Change | undefined,
  ): Promise<ApplicationWithScans> {
    return retryOnConflict(async () => {
      const current = await this.read(id);
      const decided = decide(current);
      if (decided === undefined) return current;
      const change =
        decided.event === undefined
          ? decided
          : { ...decided, application: withNextEvent(decided.application) };
      await this.#write(id, current.application, change);
      return { application: change.application, scans: scansAfter(current.scans, change) };
    });
  }

  async #readIfAny(id: string): Promise<ApplicationWithScans | undefined> {
    const { items } = await this.#table.query({
      partition: this.#partition(id),
      from: applicationSortKey,
      to: `${scanSortKeyPrefix}${highest}`,
      newestFirst: false,
    });
    const [first, ...rest] = items;
    if (first?.[tableDefinition.sortKey] !== applicationSortKey) return undefined;
    const application = applicationRecordSchema.parse(first);
    if (!this.#opens(application)) throw new CabinetError('notFound');
    const now = this.#clock();
    if (isDueForErasure(application, now)) {
      if (application.state === 'draft') throw new CabinetError('notFound');
      return { application: applicationAt(now, application), scans: [] };
    }
    return { application, scans: rest.map((item) => scanRecordSchema.parse(item)) };
  }

  /** The id is derived from part of the secret's hash; a second hash of the secret has to match as well. */
  #opens({ secretHash = '' }: ApplicationRecord): boolean {
    const kept = Buffer.from(secretHash);
    const given = Buffer.from(this.#scope.secretHash);
    return kept.length === given.length && timingSafeEqual(kept, given);
  }

  async #write(
    id: string,
    before: ApplicationRecord | undefined,
    { application, scan, event }: Change,
  ): Promise<void> {
    const partition = this.#partition(id);
    await this.#table.write([
      ...writeApplication(partition, before, application),
      ...(scan === undefined ? [] : this.#scanActions(id, scan)),
      ...(event === undefined
        ? []
        : [
            appendApplicationEvent(
              partition,
              application,
              { by: { side: 'applicant' }, at: application.updatedAt, requestId: this.#requestId },
              { ...event, change: applicationChanges(before, application) },
            ),
          ]),
    ]);
  }

  /** The writes that add a scan, or remove it. Its bytes are erased afterwards. */
  #scanActions(id: string, change: NonNullable<Change['scan']>): readonly WriteAction[] {
    const addressOf = (scan: ScanRecord) => packageScans.address(this.#scope, { applicationId: id }, scan.id);
    return 'added' in change
      ? [insert(addressOf(change.added).record, change.added)]
      : removalActions(addressOf(change.removed), change.removed, this.#clock());
  }

  #partition(id: string): Partition {
    return Partition.ofApplication(this.#scope, id);
  }
}

/**
 * Status of an application, by its reference code.
 *
 * @throws CabinetError `notFound`
 */
export async function readStatus(
  table: Table,
  id: string,
  now: Date,
): Promise<z.infer<typeof applicationStatusSchema>> {
  const item = await table.get(applicationStatusKey(id));
  const status = item === undefined ? undefined : applicationStatusSchema.parse(item);
  // Of a decided application only the scans and the personal data are erased.
  if (status?.state === 'draft' && isDueForErasure(status, now)) throw new CabinetError('notFound');
  if (status === undefined) throw new CabinetError('notFound');
  return progressAt(now, status);
}

function scansAfter(scans: readonly ScanRecord[], { scan }: Change): readonly ScanRecord[] {
  if (scan === undefined) return scans;
  return 'added' in scan ? [...scans, scan.added] : scans.filter(({ id }) => id !== scan.removed.id);
}
