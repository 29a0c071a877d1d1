import { operatorSortKey } from '../../shared/auth/access.ts';
import type { OperatorScope, PortfolioScope } from '../../shared/auth/scope.ts';
import { CabinetError } from '../../shared/errors.ts';
import { operatorRecordSchema } from '../../shared/operator/operator-record.ts';
import { decodeCursor, encodeCursor } from '../../shared/table/cursor.ts';
import { checkReach, type ListPage, type Paging } from '../../shared/table/page.ts';
import { Partition } from '../../shared/table/partition.ts';
import type { Table } from '../../shared/table/table.ts';
import { presentOrganization } from './organization.ts';

type Organization = ReturnType<typeof presentOrganization>;

/** The operators that a scope reaches: an operator's people their own, an account manager the portfolio. */
export class OperatorStore {
  readonly #table: Table;
  readonly #scope: OperatorScope | PortfolioScope;

  constructor(table: Table, scope: OperatorScope | PortfolioScope) {
    this.#table = table;
    this.#scope = scope;
  }

  /** @throws CabinetError `notFound` */
  async read(operatorId: string): Promise<Organization> {
    const [found] = await this.#readAll([operatorId]);
    if (found === undefined) throw new CabinetError('notFound');
    return found;
  }

  /** A page, by id. The ids are known, so that it is one batched read whatever the portfolio's size. */
  async list({ limit, offset, cursor }: Paging): Promise<ListPage<Organization>> {
    checkReach({ limit, offset, cursor });
    const ids = this.#ids();
    const after = cursor === undefined ? '' : decodeCursor(cursor, { from: '', to: '~' });
    const rest = ids.filter((id) => id > after).slice(offset);
    const page = rest.slice(0, limit);
    const last = page.at(-1);
    const more = rest.length > page.length && last !== undefined;
    return {
      entities: await this.#readAll(page),
      next: more ? encodeCursor(last) : undefined,
      total: more ? undefined : ids.length,
    };
  }

  #ids(): readonly string[] {
    return this.#scope.kind === 'operator' ? [this.#scope.operatorId] : [...this.#scope.operatorIds].sort();
  }

  async #readAll(operatorIds: readonly string[]): Promise<Organization[]> {
    if (operatorIds.length === 0) return [];
    const keys = operatorIds.map((id) => ({
      partition: Partition.ofOperator(this.#scope, id),
      sortKey: operatorSortKey,
    }));
    const items = await this.#table.getMany(keys);
    return operatorIds.flatMap((id, index) => {
      const item = items[index];
      return item === undefined ? [] : [presentOrganization(id, operatorRecordSchema.parse(item))];
    });
  }
}
