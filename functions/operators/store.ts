import * as z from 'zod';
import type { CarrierScope, OperatorScope, PortfolioScope } from '../../shared/auth/scope.ts';
import { CabinetError } from '../../shared/errors.ts';
import { operatorKey } from '../../shared/operator/operator-key.ts';
import {
  type OperatorRecord,
  operatorRecordSchema,
  operatorsPartition,
} from '../../shared/operator/operator-record.ts';
import { decodeCursor, encodeCursor } from '../../shared/table/cursor.ts';
import { tableDefinition } from '../../shared/table/definition.ts';
import { checkReach, type ListPage, type Paging, readPage } from '../../shared/table/page.ts';
import { Partition } from '../../shared/table/partition.ts';
import type { StoredItem } from '../../shared/table/item.ts';
import { everySortKey, type Table } from '../../shared/table/table.ts';

/** An operator with its id. */
export interface Operator {
  readonly id: string;
  readonly record: OperatorRecord;
}

type Accepts = (operator: Operator) => boolean;

/**
 * The operators in a scope: their own for an operator's users, the portfolio for an account manager, all of them for
 * the carrier's administrator.
 */
export class OperatorStore {
  readonly #table: Table;
  readonly #scope: OperatorScope | PortfolioScope | CarrierScope;

  constructor(table: Table, scope: OperatorScope | PortfolioScope | CarrierScope) {
    this.#table = table;
    this.#scope = scope;
  }

  /** @throws CabinetError `notFound` */
  async read(operatorId: string, accepts: Accepts = () => true): Promise<Operator> {
    const [found] = await this.#readAll(this.#scope, [operatorId]);
    if (found === undefined || !accepts(found)) throw new CabinetError('notFound');
    return found;
  }

  /** A page of operators sorted by id, with one read in every scope. */
  async list(paging: Paging, accepts?: Accepts): Promise<ListPage<Operator>> {
    return this.#scope.kind === 'carrier'
      ? this.#listAll(paging, accepts)
      : this.#listOwn(this.#scope, paging, accepts);
  }

  #listAll(paging: Paging, accepts: Accepts | undefined): Promise<ListPage<Operator>> {
    const partition = { index: 'byReference', key: operatorsPartition } as const;
    const list = { partition, ...everySortKey, newestFirst: false, parse: parseListed, accepts };
    return readPage(this.#table, list, paging);
  }

  /** The scope has the ids, so one batched read is enough for a portfolio of any size. */
  async #listOwn(
    scope: OperatorScope | PortfolioScope,
    { limit, offset, cursor }: Paging,
    accepts: Accepts = () => true,
  ): Promise<ListPage<Operator>> {
    checkReach({ limit, offset, cursor });
    const ids = scope.kind === 'operator' ? [scope.operatorId] : [...scope.operatorIds].sort();
    const after = cursor === undefined ? '' : decodeCursor(cursor, { from: '', to: '~' });
    const rest = ids.filter((id) => id > after).slice(offset);
    const page = rest.slice(0, limit);
    const last = page.at(-1);
    const more = rest.length > page.length && last !== undefined;
    const entities = (await this.#readAll(scope, page)).filter(accepts);
    return {
      entities,
      next: more ? encodeCursor(last) : undefined,
      total: more || cursor !== undefined ? undefined : Math.min(offset, ids.length) + entities.length,
    };
  }

  async #readAll(
    scope: OperatorScope | PortfolioScope | CarrierScope,
    operatorIds: readonly string[],
  ): Promise<Operator[]> {
    if (operatorIds.length === 0) return [];
    const keys = operatorIds.map((id) =>
      operatorKey(
        scope.kind === 'carrier'
          ? Partition.ofAdministeredOperator(scope, id)
          : Partition.ofOperator(scope, id),
      ),
    );
    const items = await this.#table.getMany(keys);
    return operatorIds.flatMap((id, index) => {
      const item = items[index];
      return item === undefined ? [] : [{ id, record: operatorRecordSchema.parse(item) }];
    });
  }
}

function parseListed(item: StoredItem): Operator {
  const id = z.string().parse(item[tableDefinition.indexes.byReference.sortKey]);
  return { id, record: operatorRecordSchema.parse(item) };
}
