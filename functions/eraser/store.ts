import * as z from 'zod';
import type { SystemScope } from '../../shared/auth/scope.ts';
import type { ApplicationEvent } from '../../shared/application/application-event.ts';
import { applicationHistory, appendApplicationEvent } from '../../shared/application/application-history.ts';
import {
  applicationKey,
  type ApplicationRecord,
  applicationRecordSchema,
  applicationSortKey,
  applicationStatusKey,
  erasureQueue,
} from '../../shared/application/application-record.ts';
import { tellsCorrection } from '../../shared/application/erasure.ts';
import {
  scanKey,
  type ScanRecord,
  scanRecordSchema,
  scanSortKeyPrefix,
} from '../../shared/application/scan-record.ts';
import { writeApplication } from '../../shared/application/write-application.ts';
import { tableDefinition } from '../../shared/table/definition.ts';
import type { Ids } from '../../shared/table/ids.ts';
import { Partition } from '../../shared/table/partition.ts';
import { highest, type StoredItem, type Table, type WriteAction } from '../../shared/table/table.ts';
import { removeVersion } from '../../shared/table/write-actions.ts';

/** How many applications are looked up at once. */
const pageSize = 25;
/** How many items one transaction writes: it takes a hundred. */
const writtenAtOnce = 90;

/** An application that is due, and where it stands among those that are. */
export interface Due {
  readonly application: ApplicationRecord;
  readonly sortKey: string;
}

/** What stands beside an application in its partition. */
export interface Beside {
  readonly scans: readonly ScanRecord[];
  readonly removals: { readonly scans: readonly WriteAction[]; readonly events: readonly WriteAction[] };
  /** Take the words of requests for corrections out of the history. */
  readonly silencings: readonly WriteAction[];
  /** Where it goes on, while there is more. */
  readonly next: string | undefined;
}

/** What is due for erasure, and its removal. */
export class ErasureStore {
  readonly #table: Table;
  readonly #scope: SystemScope;
  readonly #ids: Ids;

  constructor(table: Table, scope: SystemScope, ids: Ids) {
    this.#table = table;
    this.#scope = scope;
    this.#ids = ids;
  }

  /** Applications that are due by now, those due longest first, from where the page before ended. */
  async due(now: Date, after: string | undefined): Promise<readonly Due[]> {
    const { items } = await this.#table.query({
      partition: { index: 'byDue', key: erasureQueue },
      from: '0',
      to: `${now.toISOString()}#${highest}`,
      newestFirst: false,
      limit: pageSize,
      after,
    });
    const { sortKey } = tableDefinition.indexes.byDue;
    return items.map((item) => ({
      application: applicationRecordSchema.parse(item),
      sortKey: z.string().parse(item[sortKey]),
    }));
  }

  /**
   * Keeps an application, and what its history tells of it.
   *
   * @throws CabinetError `concurrentChange` where somebody changed it meanwhile
   */
  async keep(
    before: ApplicationRecord,
    after: ApplicationRecord,
    event: ApplicationEvent | undefined,
  ): Promise<void> {
    const partition = this.#partition(after);
    await this.#table.write([
      ...writeApplication(partition, before, after),
      ...(event === undefined ? [] : [this.#remember(after, event)]),
    ]);
  }

  /** Scans and history of an application, as far as one read of the engine reaches, from where the one before ended. */
  async readBeside(application: ApplicationRecord, after: string | undefined): Promise<Beside> {
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
    const still = (item: StoredItem) => ({ expect: { attributes: { at: item['at'] } } });
    const scans = items.filter(isScan).map((item) => scanRecordSchema.parse(item));
    return {
      scans,
      next: more && last !== undefined ? sortKeyOf(last) : undefined,
      removals: {
        scans: scans.map(({ id, version }) => removeVersion(scanKey(partition, id), version)),
        events: events.map((item) => ({
          remove: { partition, sortKey: sortKeyOf(item) },
          ...still(item),
        })),
      },
      silencings: events
        .filter((item) => tellsCorrection(history.parse(item).event))
        .map((item) => ({
          put: { partition, sortKey: sortKeyOf(item) },
          item: { ...item, reason: undefined },
          ...still(item),
        })),
    };
  }

  /** @throws CabinetError `concurrentChange` */
  async write(actions: readonly WriteAction[]): Promise<void> {
    for (let first = 0; first < actions.length; first += writtenAtOnce)
      await this.#table.write(actions.slice(first, first + writtenAtOnce));
  }

  /** Removes an application itself, with what its reference code tells. @throws CabinetError `concurrentChange` */
  async removeApplication(application: ApplicationRecord): Promise<void> {
    const { id, version, state } = application;
    await this.#table.write([
      removeVersion(applicationKey(this.#partition(application)), version),
      { remove: applicationStatusKey(id), expect: { attributes: { state } } },
    ]);
  }

  #remember(application: ApplicationRecord, event: ApplicationEvent): WriteAction {
    return appendApplicationEvent(this.#partition(application), application.id, this.#ids(), event);
  }

  #partition({ id }: ApplicationRecord): Partition {
    return Partition.ofApplication(this.#scope, id);
  }
}

function sortKeyOf(item: StoredItem): string {
  return z.string().parse(item[tableDefinition.sortKey]);
}
