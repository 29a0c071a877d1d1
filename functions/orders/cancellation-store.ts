import { CabinetError } from '../../shared/errors.ts';
import type { SignedInActor } from '../../shared/history/actor.ts';
import type { Cause } from '../../shared/history/history-item.ts';
import { type EntityId, formatEntityId } from '../../shared/table/entity-id.ts';
import type { Ids } from '../../shared/table/ids.ts';
import { beginningWith, type ListPage, readPage } from '../../shared/table/page.ts';
import { Partition } from '../../shared/table/partition.ts';
import type { StoredItem } from '../../shared/table/item.ts';
import type { Table, WriteAction } from '../../shared/table/table.ts';
import { OrderActions } from './actions.ts';
import type { OrderScope } from '../../shared/order/actor.ts';
import {
  cancellationKey,
  type CancellationRecord,
  cancellationRecordSchema,
  type RequestedCancellation,
} from './cancellation.ts';
import type { CancellationListQuery } from './list-query.ts';
import { cancellationQueue } from '../../shared/work-queue/work-queue.ts';
import { queueList, withinPortfolio } from './queue.ts';

/** Cancellation requests within a scope. */
export class CancellationStore {
  readonly #table: Table;
  readonly #scope: OrderScope;
  readonly #ids: Ids;

  constructor(table: Table, scope: OrderScope, ids: Ids) {
    this.#table = table;
    this.#scope = scope;
    this.#ids = ids;
  }

  /** The writes of a cancellation request. */
  requestActions(
    { order, event, cancellation }: RequestedCancellation,
    cause: Cause<SignedInActor>,
  ): readonly WriteAction[] {
    const actions = new OrderActions(order.operatorId, this.#partition(order.operatorId), this.#ids, cause);
    return [actions.replace(order), ...actions.event(order, event), actions.cancellation(cancellation)];
  }

  /** @throws OutsideScope; CabinetError `notFound` */
  async read({ operatorId, ulid }: EntityId): Promise<CancellationRecord> {
    const item = await this.#table.get(cancellationKey(this.#partition(operatorId), ulid));
    if (item === undefined) throw new CabinetError('notFound');
    return cancellationRecordSchema.parse(item);
  }

  /**
   * A page of cancellation requests: one operator's, newest first, or, without an operator, the ones that the account
   * manager still has to decide.
   *
   * @throws OutsideScope
   */
  async list(
    operatorId: string | undefined,
    query: CancellationListQuery,
  ): Promise<ListPage<CancellationRecord>> {
    const { state, 'productOrder.id': orderIds } = query;
    const accepts = (cancellation: CancellationRecord) =>
      (state?.includes(cancellation.state) ?? true) &&
      (orderIds?.includes(formatEntityId({ ...cancellation, ulid: cancellation.orderUlid })) ?? true);
    const list = {
      ...(operatorId === undefined
        ? queueList(this.#scope, cancellationQueue)
        : { partition: this.#partition(operatorId), ...beginningWith('CANCELLATION#'), newestFirst: true }),
      parse: (item: StoredItem) => cancellationRecordSchema.parse(item),
      accepts: state === undefined && orderIds === undefined ? undefined : accepts,
    };
    return withinPortfolio(this.#scope, await readPage(this.#table, list, query));
  }

  #partition(operatorId: string): Partition {
    return Partition.ofOperator(this.#scope, operatorId);
  }
}
