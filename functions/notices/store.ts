import type { CarrierScope } from '../../shared/auth/scope.ts';
import { CabinetError } from '../../shared/errors.ts';
import { type ListPage, type Paging, readPage } from '../../shared/table/page.ts';
import type { StoredItem } from '../../shared/table/item.ts';
import { everySortKey, highest, type Table } from '../../shared/table/table.ts';
import { replaceVersion } from '../../shared/table/write-actions.ts';
import {
  noticeItem,
  noticeKey,
  type NoticeRecord,
  noticeRecordSchema,
  noticesByEnd,
} from './notice-record.ts';
import { stateOf } from './notice-state.ts';
import { maxPeriodMilliseconds } from './period.ts';

const partition = { index: 'byDue', key: noticesByEnd } as const;

/**
 * The notices active at a given time. Notices that have ended lie before the range read, and those that start later
 * than a notice may last lie after it, so only those starting within that time are filtered out. One page of the
 * engine (1 MB) is about a hundred notices of maximum length.
 */
export async function readInForce(
  table: Table,
  now: Date,
): Promise<{ readonly inForce: readonly NoticeRecord[]; readonly isWhole: boolean }> {
  const latestEnd = new Date(now.getTime() + maxPeriodMilliseconds).toISOString();
  const { items, more } = await table.query({
    partition,
    from: `${now.toISOString()}${highest}`,
    to: `${latestEnd}${highest}`,
    newestFirst: false,
  });
  const records = items.map((item) => noticeRecordSchema.parse(item));
  return { inForce: records.filter((record) => stateOf(record, now) === 'inForce'), isWhole: !more };
}

/** Text and period of a notice. */
type NoticeContent = Pick<NoticeRecord, 'kind' | 'title' | 'text' | 'validFor'>;

/** The notices as the carrier's administrators manage them; each write records its author. */
export class NoticeStore {
  readonly #table: Table;
  readonly #scope: CarrierScope;

  constructor(table: Table, scope: CarrierScope) {
    this.#table = table;
    this.#scope = scope;
  }

  /** One page of all notices, the latest end first. */
  list(paging: Paging): Promise<ListPage<NoticeRecord>> {
    const parse = (item: StoredItem) => noticeRecordSchema.parse(item);
    return readPage(this.#table, { partition, ...everySortKey, newestFirst: true, parse }, paging);
  }

  /** @throws CabinetError `notFound` */
  async read(id: string): Promise<NoticeRecord> {
    const item = await this.#table.get(noticeKey(id));
    if (item === undefined) throw new CabinetError('notFound');
    return noticeRecordSchema.parse(item);
  }

  /** Creates a notice owned by its author. */
  compose(id: string, content: NoticeContent, now: Date): NoticeRecord {
    const by = this.#scope.sub;
    const at = now.toISOString();
    return {
      schemaVersion: 1,
      version: 1,
      id,
      ...content,
      owner: by,
      createdAt: at,
      changedBy: by,
      changedAt: at,
    };
  }

  /**
   * Writes the next version of a notice.
   *
   * @throws CabinetError `concurrentChange` if it changed meanwhile
   */
  async replace(
    previous: NoticeRecord,
    change: Partial<NoticeContent> | Pick<NoticeRecord, 'withdrawnAt'>,
    now: Date,
  ): Promise<NoticeRecord> {
    const next: NoticeRecord = {
      ...previous,
      ...change,
      version: previous.version + 1,
      changedBy: this.#scope.sub,
      changedAt: now.toISOString(),
    };
    await this.#table.write([replaceVersion(noticeKey(next.id), noticeItem(next))]);
    return next;
  }
}
