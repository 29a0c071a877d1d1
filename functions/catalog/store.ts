import type * as z from 'zod';
import type { SignedInScope } from '../../shared/auth/scope.ts';
import { CabinetError } from '../../shared/errors.ts';
import { allOf, type Condition } from '../../shared/http/list-condition.ts';
import type { Creation, Loaded } from '../../shared/table/creation.ts';
import { type ListPage, type Paging, readPage } from '../../shared/table/page.ts';
import type { StoredItem } from '../../shared/table/item.ts';
import { everySortKey, highest, type Table, type WriteAction } from '../../shared/table/table.ts';
import { insert, removeVersion, replaceVersion } from '../../shared/table/write-actions.ts';
import { catalogItem, catalogKey, partitionOfAll, partitionOfStatus } from './catalog-item.ts';
import { type LifecycleStatus, lifecycleStatuses, type ResourceName } from './contract/entity.ts';
import type { EntityQuery } from './filter.ts';
import {
  categoryRecordSchema,
  type EntityRecord,
  priceRecordSchema,
  specificationRecordSchema,
} from './records.ts';
import { type Reference, Referred } from './references.ts';

/** What the store needs to know about a kind of resource. */
interface Stored<R> {
  readonly name: ResourceName;
  readonly recordSchema: z.ZodType<R>;
}

/** The catalogue in the table. Drafts are internal to the carrier: operators do not see them. */
export class CatalogStore {
  readonly #table: Table;
  readonly #visible: readonly LifecycleStatus[];

  constructor(table: Table, scope: SignedInScope) {
    this.#table = table;
    this.#visible =
      scope.kind === 'operator'
        ? lifecycleStatuses.filter((status) => status !== 'inDesign')
        : lifecycleStatuses;
  }

  /** @throws CabinetError `notFound` */
  async read<R extends EntityRecord>({ name, recordSchema }: Stored<R>, id: string): Promise<R> {
    const item = await this.#table.get(catalogKey(name, id));
    const record = item === undefined ? undefined : recordSchema.parse(item);
    if (record === undefined || !this.#visible.includes(record.lifecycleStatus))
      throw new CabinetError('notFound');
    return record;
  }

  /**
   * One page, ordered by last change. Each status has its own index partition, and all resources share another;
   * several statuses and all other filters are applied to one page of the engine.
   */
  async list<R extends EntityRecord>(
    { name, recordSchema }: Stored<R>,
    query: EntityQuery & Paging,
    conditions: readonly Condition<R>[],
  ): Promise<ListPage<R>> {
    const statuses = this.#visible.filter((status) => query.lifecycleStatus?.includes(status) ?? true);
    const [status] = statuses;
    if (status === undefined) return { entities: [], next: undefined, total: 0 };
    const isAll = statuses.length === lifecycleStatuses.length;
    const isOne = statuses.length === 1;
    const all = [
      ...conditions,
      ...(isAll || isOne ? [] : [({ lifecycleStatus }: R) => statuses.includes(lifecycleStatus)]),
    ];
    return readPage(
      this.#table,
      {
        partition: isOne
          ? { index: 'byState', key: partitionOfStatus(name, status) }
          : { index: 'byReference', key: partitionOfAll(name) },
        ...boundsOf(query),
        newestFirst: query.sort !== 'lastUpdate',
        parse: (item) => recordSchema.parse(item),
        accepts: allOf(all),
      },
      query,
    );
  }

  /** Loads the targets of references in one call. */
  async follow(references: readonly Reference[]): Promise<Referred> {
    const items = references.length === 0 ? [] : await this.#table.getMany(references.map(keyOf));
    return parseReferred(references, items);
  }

  /** The same for a record being created. */
  followOnce<Body>(
    creation: Creation<Body>,
    references: readonly Reference[],
  ): Promise<Loaded<Body, Referred>> {
    return creation.load(references.map(keyOf), (items) => parseReferred(references, items));
  }

  /** The writes that create a record, on condition that its references' targets are unchanged since they were read. */
  creationActions<R extends EntityRecord>(
    { name }: Stored<R>,
    record: R,
    references: readonly Reference[],
    referred: Referred,
  ): readonly WriteAction[] {
    return [
      insert(catalogKey(name, record.id), catalogItem(name, record), new CabinetError('alreadyExists')),
      ...checks(references, referred),
    ];
  }

  /**
   * Writes the next version of a record.
   *
   * @throws CabinetError `concurrentChange` if it or a reference's target changed meanwhile
   */
  async replace<R extends EntityRecord>(
    { name }: Stored<R>,
    next: R,
    references: readonly Reference[] = [],
    referred?: Referred,
  ): Promise<void> {
    await this.#table.write([
      replaceVersion(catalogKey(name, next.id), catalogItem(name, next)),
      ...(referred === undefined ? [] : checks(references, referred)),
    ]);
  }

  /** @throws CabinetError `concurrentChange` if it changed meanwhile */
  async remove<R extends EntityRecord>({ name }: Stored<R>, { id, version }: R): Promise<void> {
    await this.#table.write([removeVersion(catalogKey(name, id), version)]);
  }
}

function keyOf({ kind, id }: Reference) {
  return catalogKey(kind, id);
}

function checks(references: readonly Reference[], referred: Referred): WriteAction[] {
  return references.map((reference) => ({
    check: keyOf(reference),
    expect: { version: referred.versionOf(reference) },
  }));
}

function parseReferred(
  references: readonly Reference[],
  items: readonly (StoredItem | undefined)[],
): Referred {
  const found = references.flatMap(({ kind }, index) => {
    const item = items[index];
    return item === undefined ? [] : [{ kind, item }];
  });
  const parseAll = <R>(wanted: Reference['kind'], schema: z.ZodType<R>) =>
    found.flatMap(({ kind, item }) => (kind === wanted ? [schema.parse(item)] : []));
  return new Referred({
    category: parseAll('category', categoryRecordSchema),
    productSpecification: parseAll('productSpecification', specificationRecordSchema),
    productOfferingPrice: parseAll('productOfferingPrice', priceRecordSchema),
  });
}

/** Bounds of the sort keys, which begin with the time of the last change. */
function boundsOf(query: EntityQuery): { from: string; to: string } {
  const { 'lastUpdate.gt': gt, 'lastUpdate.gte': gte, 'lastUpdate.lt': lt, 'lastUpdate.lte': lte } = query;
  const from = [
    everySortKey.from,
    ...(gt === undefined ? [] : [endOf(gt)]),
    ...(gte === undefined ? [] : [momentOf(gte)]),
  ];
  const to = [
    everySortKey.to,
    ...(lt === undefined ? [] : [momentOf(lt)]),
    ...(lte === undefined ? [] : [endOf(lte)]),
  ];
  return {
    from: from.reduce((left, right) => (left > right ? left : right)),
    to: to.reduce((left, right) => (left < right ? left : right)),
  };
}

function momentOf(bound: string): string {
  return new Date(bound).toISOString();
}

/** Sorts after everything that changed at that time. */
function endOf(bound: string): string {
  return `${momentOf(bound)}${highest}`;
}
