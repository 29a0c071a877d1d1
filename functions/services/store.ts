import { activityAction } from '../../shared/activity/activity-record.ts';
import type { Scope } from '../../shared/auth/scope.ts';
import { CabinetError } from '../../shared/errors.ts';
import type { SignedInActor } from '../../shared/history/actor.ts';
import type { Cause } from '../../shared/history/history-item.ts';
import {
  productItem,
  productKey,
  productRecordSchema,
  type ProductRecord,
} from '../../shared/product/product-record.ts';
import {
  type ProductEvent,
  type ProductHappening,
  productHistory,
} from '../../shared/product/product-history.ts';
import { type EntityId, formatEntityId } from '../../shared/table/entity-id.ts';
import { beginningWith, type ListPage, type Paging, readPage } from '../../shared/table/page.ts';
import { Partition } from '../../shared/table/partition.ts';
import type { StoredItem } from '../../shared/table/item.ts';
import { everySortKey, type PageRequest, type Table } from '../../shared/table/table.ts';
import { replaceVersion } from '../../shared/table/write-actions.ts';
import { filterOf, type ProductQuery } from './product-filter.ts';

/** Services and their history within a scope. */
export class ProductStore {
  readonly #table: Table;
  readonly #scope: Scope;

  constructor(table: Table, scope: Scope) {
    this.#table = table;
    this.#scope = scope;
  }

  /**
   * A page of an operator's services.
   *
   * @throws OutsideScope
   */
  async list(operatorId: string, query: ProductQuery): Promise<ListPage<ProductRecord>> {
    const { rest, ...source } = sourceOf(Partition.ofOperator(this.#scope, operatorId), query);
    const parse = (item: StoredItem) => productRecordSchema.parse(item);
    return readPage(this.#table, { ...source, parse, accepts: filterOf(rest) }, query);
  }

  /** @throws OutsideScope; CabinetError `notFound` */
  async read({ operatorId, ulid }: EntityId): Promise<ProductRecord> {
    const partition = Partition.ofOperator(this.#scope, operatorId);
    const item = await this.#table.get(productKey(partition, ulid));
    if (item === undefined) throw new CabinetError('notFound');
    return productRecordSchema.parse(item);
  }

  /**
   * A page of a service's history, newest first.
   *
   * @throws OutsideScope; CabinetError `notFound`: a service without events does not exist
   */
  async history({ operatorId, ulid }: EntityId, paging: Paging): Promise<ListPage<ProductEvent>> {
    const partition = Partition.ofOperator(this.#scope, operatorId);
    return productHistory(partition, ulid).pageOfExisting(this.#table, paging);
  }

  /**
   * Writes the next version of a service, with its event and an entry of the operator's activity log.
   *
   * @throws CabinetError `concurrentChange` if it changed since it was read
   */
  async change(
    product: ProductRecord,
    event: ProductHappening,
    cause: Cause<SignedInActor>,
    activityUlid: string,
  ): Promise<void> {
    const partition = Partition.ofOperator(this.#scope, product.operatorId);
    await this.#table.write([
      replaceVersion(productKey(partition, product.ulid), productItem(product)),
      productHistory(partition, product.ulid).append(product, cause, event),
      activityAction(partition, activityUlid, {
        schemaVersion: 1,
        at: cause.at,
        by: cause.by,
        action: 'stateChanged',
        subject: { type: 'product', id: formatEntityId(product) },
        detail: product.status,
      }),
    ]);
  }
}

/** The keys that a list reads, and the part of the query that remains to be checked. */
function sourceOf(
  partition: Partition,
  query: ProductQuery,
): Pick<PageRequest, 'partition' | 'from' | 'to' | 'newestFirst'> & { readonly rest: ProductQuery } {
  const newestFirst = query.sort !== 'orderDate';
  if (query.reference !== undefined) {
    return {
      partition: { index: 'byReference', key: `${partition.key}#PRODUCT` },
      ...beginningWith(query.reference.toLowerCase()),
      newestFirst: false,
      rest: query,
    };
  }
  const [status, ...others] = query.status ?? [];
  if (status !== undefined && others.length === 0) {
    return {
      partition: { index: 'byState', key: `${partition.key}#PRODUCT#${status}` },
      ...everySortKey,
      newestFirst,
      rest: { ...query, status: undefined },
    };
  }
  return { partition, ...beginningWith('PRODUCT#'), newestFirst, rest: query };
}
