import * as z from 'zod';
import type { SystemScope } from '../../shared/auth/scope.ts';
import type { ApplicationHappening } from '../../shared/application/application-event.ts';
import { applicationHistory, appendApplicationEvent } from '../../shared/application/application-history.ts';
import {
  applicationKey,
  type ApplicationRecord,
  applicationRecordSchema,
  applicationSortKey,
  applicationStatusKey,
  erasureQueue,
} from '../../shared/application/application-record.ts';
import { containsCorrectionText } from '../../shared/application/erasure.ts';
import {
  scanKey,
  type ScanRecord,
  scanRecordSchema,
  scanSortKeyPrefix,
} from '../../shared/application/scan-record.ts';
import {
  type RemovedObject,
  removedObjectKey,
  removedObjects,
  removedObjectSchema,
} from '../../shared/uploads/removal.ts';
import { writeApplication } from '../../shared/application/write-application.ts';
import { tableDefinition } from '../../shared/table/definition.ts';
import { Partition } from '../../shared/table/partition.ts';
import type { StoredItem } from '../../shared/table/item.ts';
import { highest, type Table, type WriteAction } from '../../shared/table/table.ts';
import { removeVersion } from '../../shared/table/write-actions.ts';

/** Applications, or objects, per query. */
const pageSize = 25;
/** Items per transaction; DynamoDB allows a hundred. */
const maxTransactionItems = 90;

/** Items of an application's partition other than the application itself, and the writes that erase them. */
export interface ApplicationChildren {
  readonly scans: readonly ScanRecord[];
  readonly removals: { readonly scans: readonly WriteAction[]; readonly events: readonly WriteAction[] };
  /** Remove the texts of correction requests from the history. */
  readonly redactions: readonly WriteAction[];
  /** Sort key to continue after, if there is more. */
  readonly next: string | undefined;
}

/** An event of an application that the eraser causes. */
interface ErasureEvent {
  readonly at: string;
  readonly happening: ApplicationHappening;
}

/** What is due, with its sort key in the due index. */
export interface Due<Found> {
  readonly found: Found;
  readonly sortKey: string;
}

/** Finds and removes what is due for erasure. */
export class ErasureStore {
  readonly #table: Table;
  readonly #scope: SystemScope;
  readonly #requestId: string;

  /** @param requestId of the invocation that erases */
  constructor(table: Table, scope: SystemScope, requestId: string) {
    this.#table = table;
    this.#scope = scope;
    this.#requestId = requestId;
  }

  /** A page of applications that are due, most overdue first, starting after the sort key of the previous page. */
  async due(now: Date, after: string | undefined): Promise<readonly Due<ApplicationRecord>[]> {
    return this.#due(erasureQueue, now, after, (item) => applicationRecordSchema.parse(item));
  }

  /** The same for objects that no record names any more. */
  async dueObjects(now: Date, after: string | undefined): Promise<readonly Due<RemovedObject>[]> {
    return this.#due(removedObjects, now, after, (item) => removedObjectSchema.parse(item));
  }

  async #due<Found>(
    key: string,
    now: Date,
    after: string | undefined,
    parse: (item: StoredItem) => Found,
  ): Promise<readonly Due<Found>[]> {
    const { items } = await this.#table.query({
      partition: { index: 'byDue', key },
      from: '0',
      to: `${now.toISOString()}#${highest}`,
      newestFirst: false,
      limit: pageSize,
      after,
    });
    const { sortKey } = tableDefinition.indexes.byDue;
    return items.map((item) => ({ found: parse(item), sortKey: z.string().parse(item[sortKey]) }));
  }

  /** Forgets an object that has been erased. @throws CabinetError `concurrentChange` if another run was faster */
  async forgetObject(removed: RemovedObject): Promise<void> {
    await this.#table.write([removeVersion(removedObjectKey(removed), removed.version)]);
  }

  /**
   * Saves an application with its history event.
   *
   * @throws CabinetError `concurrentChange` if it was changed in the meantime
   */
  async save(before: ApplicationRecord, after: ApplicationRecord, event?: ErasureEvent): Promise<void> {
    const partition = this.#partition(after);
    await this.#table.write([
      ...writeApplication(partition, before, after),
      ...(event === undefined ? [] : [this.#appendEvent(after, event)]),
    ]);
  }

  /** A page of an application's scans and history events, starting after the sort key of the previous page. */
  async readChildren(
    application: ApplicationRecord,
    after: string | undefined,
  ): Promise<ApplicationChildren> {
    const partition = this.#partition(application);
    const { items, more } = await this.#table.query({
      partition,
      from: `${applicationSortKey}#`,
      to: highest,
      newestFirst: false,
      after,
    });
    const last = items.at(-1);
    const isScan = (item: StoredItem) => sortKeyOf(item).startsWith(scanSortKeyPrefix);
    const history = applicationHistory(partition);
    const events = items.filter((item) => history.includes(item));
    const unchanged = (item: StoredItem) => ({ expect: { attributes: { at: item['at'] } } });
    const scans = items.filter(isScan).map((item) => scanRecordSchema.parse(item));
    return {
      scans,
      next: more && last !== undefined ? sortKeyOf(last) : undefined,
      removals: {
        scans: scans.map(({ id, version }) => removeVersion(scanKey(partition, id), version)),
        events: events.map((item) => ({
          remove: { partition, sortKey: sortKeyOf(item) },
          ...unchanged(item),
        })),
      },
      redactions: events
        .filter((item) => containsCorrectionText(history.parse(item)))
        .map((item) => ({
          put: { partition, sortKey: sortKeyOf(item) },
          item: { ...item, reason: undefined },
          ...unchanged(item),
        })),
    };
  }

  /** @throws CabinetError `concurrentChange` */
  async write(actions: readonly WriteAction[]): Promise<void> {
    for (let first = 0; first < actions.length; first += maxTransactionItems)
      await this.#table.write(actions.slice(first, first + maxTransactionItems));
  }

  /** Removes an application with its public status. @throws CabinetError `concurrentChange` */
  async removeApplication(application: ApplicationRecord): Promise<void> {
    const { id, version, state } = application;
    await this.#table.write([
      removeVersion(applicationKey(this.#partition(application)), version),
      { remove: applicationStatusKey(id), expect: { attributes: { state } } },
    ]);
  }

  #appendEvent(application: ApplicationRecord, { at, happening }: ErasureEvent): WriteAction {
    const cause = { by: { side: 'system' }, at, requestId: this.#requestId } as const;
    return appendApplicationEvent(this.#partition(application), application, cause, happening);
  }

  #partition({ id }: ApplicationRecord): Partition {
    return Partition.ofApplication(this.#scope, id);
  }
}

function sortKeyOf(item: StoredItem): string {
  return z.string().parse(item[tableDefinition.sortKey]);
}
