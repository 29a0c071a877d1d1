import { CabinetError } from '../../shared/errors.ts';
import type { SignedInActor } from '../../shared/history/actor.ts';
import type { Cause } from '../../shared/history/history-item.ts';
import type { OfferingRecord } from '../../shared/offering/offering-record.ts';
import type { OrderEvent } from '../../shared/order/order-event.ts';
import { orderHistory } from '../../shared/order/order-history.ts';
import { productKey, type ProductRecord, productRecordSchema } from '../../shared/product/product-record.ts';
import type { Creation, Loaded } from '../../shared/table/creation.ts';
import type { EntityId } from '../../shared/table/entity-id.ts';
import type { Ids } from '../../shared/table/ids.ts';
import { beginningWith, type ListPage, type Paging, readPage } from '../../shared/table/page.ts';
import { Partition } from '../../shared/table/partition.ts';
import type { StoredItem } from '../../shared/table/item.ts';
import type { Table, WriteAction } from '../../shared/table/table.ts';
import { insert } from '../../shared/table/write-actions.ts';
import { OrderActions } from './actions.ts';
import type { OrderScope } from '../../shared/order/actor.ts';
import type { CreatedOrder } from './create-order.ts';
import type { NotedOrder } from './note.ts';
import type { References } from './references.ts';
import type { OrderListQuery } from './list-query.ts';
import { planList } from './list-orders.ts';
import { filterOf } from './order-filter.ts';
import { orderKey } from '../../shared/order/order-key.ts';
import { orderQueue } from '../../shared/work-queue/work-queue.ts';
import {
  type Note,
  noteKey,
  noteSchema,
  type OrderItem,
  type OrderRecord,
  orderRecordSchema,
} from './order-record.ts';
import type { OrderItemRequest } from './order-request.ts';
import { queueList, withinPortfolio } from './queue.ts';
import { keysOfReferences, referencesOf } from './read-references.ts';
import { parseTerms, termsItemOf, termsKey } from './terms.ts';
import type { ChangedOrder } from './transition.ts';

/** Orders and their child items within a scope. */
export class OrderStore {
  readonly #table: Table;
  readonly #scope: OrderScope;
  readonly #ids: Ids;

  constructor(table: Table, scope: OrderScope, ids: Ids) {
    this.#table = table;
    this.#scope = scope;
    this.#ids = ids;
  }

  /** Loads what the items of an order refer to. */
  async loadReferences(operatorId: string, items: readonly OrderItemRequest[]): Promise<References> {
    const owner = { operatorId, partition: this.#partition(operatorId) };
    const keys = await keysOfReferences(this.#table, owner, items);
    return referencesOf(keys.length === 0 ? [] : await this.#table.getMany(keys));
  }

  /** The same for an order being created from these items. */
  async loadReferencesOnce<Body>(
    creation: Creation<Body>,
    operatorId: string,
    items: readonly OrderItemRequest[],
  ): Promise<Loaded<Body, References>> {
    const owner = { operatorId, partition: this.#partition(operatorId) };
    return creation.load(await keysOfReferences(this.#table, owner, items), referencesOf);
  }

  /** The writes that create an order on the terms of the offerings that it refers to. */
  creationActions(
    { order, event, notes, products }: CreatedOrder,
    { offerings }: References,
    cause: Cause<SignedInActor>,
  ): readonly WriteAction[] {
    const actions = this.#actions(order.operatorId, cause);
    const terms = termsKey(this.#partition(order.operatorId), order.ulid);
    return [
      ...actions.create(order, event, notes),
      insert(terms, termsItemOf([...offerings.values()])),
      ...products.map((product) => actions.hold(product)),
    ];
  }

  /** @throws OutsideScope; CabinetError `notFound` */
  async read({ operatorId, ulid }: EntityId): Promise<OrderRecord> {
    return parseOrder(await this.#table.get(orderKey(this.#partition(operatorId), ulid)));
  }

  /**
   * An order to create a child item of.
   *
   * @throws OutsideScope; CabinetError `notFound`
   */
  readOnce<Body>(
    creation: Creation<Body>,
    { operatorId, ulid }: EntityId,
  ): Promise<Loaded<Body, OrderRecord>> {
    return creation.load([orderKey(this.#partition(operatorId), ulid)], ([item]) => parseOrder(item));
  }

  /**
   * An order with the terms that it was placed on.
   *
   * @throws OutsideScope; CabinetError `notFound`
   */
  async readWithTerms({
    operatorId,
    ulid,
  }: EntityId): Promise<{ order: OrderRecord; terms: ReadonlyMap<string, OfferingRecord> }> {
    const partition = this.#partition(operatorId);
    const [order, terms] = await this.#table.getMany([orderKey(partition, ulid), termsKey(partition, ulid)]);
    return { order: parseOrder(order), terms: parseTerms(terms) };
  }

  /**
   * The current order, updated with the last events of its services and the status that a disconnection may return to.
   *
   * @throws OutsideScope; CabinetError `notFound`
   */
  async readWithServices(order: OrderRecord): Promise<OrderRecord> {
    const partition = this.#partition(order.operatorId);
    const ulids = order.items.flatMap(({ productUlid }) => productUlid ?? []);
    const [found, ...products] = await this.#table.getMany([
      orderKey(partition, order.ulid),
      ...ulids.map((ulid) => productKey(partition, ulid)),
    ]);
    const services = new Map(
      products.flatMap((item) => {
        const product = productRecordSchema.safeParse(item).data;
        return product === undefined ? [] : [[product.ulid, product] as const];
      }),
    );
    const current = parseOrder(found);
    return {
      ...current,
      items: current.items.map((item) => {
        const service = services.get(item.productUlid ?? '');
        return service === undefined ? item : withService(item, service);
      }),
    };
  }

  /**
   * Writes the next version of an order, with its event and its effects.
   *
   * @throws CabinetError `concurrentChange`; ServiceMoved
   */
  async change(
    { order, event, effects, cancellation }: ChangedOrder,
    cause: Cause<SignedInActor>,
  ): Promise<void> {
    const actions = this.#actions(order.operatorId, cause);
    await this.#table.write([
      actions.replace(order),
      ...actions.event(order, event),
      ...effects.flatMap((effect) => actions.effect(effect)),
      ...(cancellation === undefined ? [] : [actions.cancellationStep(cancellation)]),
    ]);
  }

  /** The writes that add a note to an order. */
  noteActions({ order, note }: NotedOrder, cause: Cause<SignedInActor>): readonly WriteAction[] {
    const actions = this.#actions(order.operatorId, cause);
    return [actions.replace(order), ...actions.noted(order, note)];
  }

  /**
   * A page of one operator's orders.
   *
   * @throws OutsideScope
   */
  async list(operatorId: string, query: OrderListQuery, now: Date): Promise<ListPage<OrderRecord>> {
    const partition = this.#partition(operatorId);
    const { index, rest, ...range } = planList(query);
    const source =
      index === undefined ? partition : { index: index.name, key: `${partition.key}${index.suffix}` };
    const list = { partition: source, ...range, parse: parseOrder, accepts: filterOf(rest, now) };
    return readPage(this.#table, list, query);
  }

  /** A page of the account manager's work queue: what is not final, by due date. */
  async queue(query: OrderListQuery, now: Date): Promise<ListPage<OrderRecord>> {
    const list = { ...queueList(this.#scope, orderQueue), parse: parseOrder, accepts: filterOf(query, now) };
    return withinPortfolio(this.#scope, await readPage(this.#table, list, query));
  }

  /**
   * A page of the notes to an order, newest first.
   *
   * @throws OutsideScope; CabinetError `notFound`
   */
  async notes(id: EntityId, paging: Paging): Promise<ListPage<Note>> {
    const partition = this.#partition(id.operatorId);
    const list = {
      partition,
      ...beginningWith(noteKey(partition, id.ulid, '').sortKey),
      newestFirst: true,
      parse: (item: StoredItem) => noteSchema.parse(item),
    };
    const page = await readPage(this.#table, list, paging);
    // Without notes, the order itself may be missing: read it to find out.
    if (page.total === 0) await this.read(id);
    return page;
  }

  /**
   * A page of an order's history, newest first.
   *
   * @throws OutsideScope; CabinetError `notFound`: one without any events does not exist
   */
  async history({ operatorId, ulid }: EntityId, paging: Paging): Promise<ListPage<OrderEvent>> {
    return orderHistory(this.#partition(operatorId), ulid).pageOfExisting(this.#table, paging);
  }

  #partition(operatorId: string): Partition {
    return Partition.ofOperator(this.#scope, operatorId);
  }

  #actions(operatorId: string, cause: Cause<SignedInActor>): OrderActions {
    return new OrderActions(operatorId, this.#partition(operatorId), this.#ids, cause);
  }
}

/** An item, updated with the last event of its service. */
function withService(item: OrderItem, { historySequence, status }: ProductRecord): OrderItem {
  // From acceptance on, the disconnection itself determines the status of the service.
  const isReturnable = item.action === 'delete' && item.progress?.acceptedAt === undefined;
  return {
    ...item,
    productSequence: historySequence,
    ...(isReturnable ? { productStatus: status } : {}),
  };
}

/** @throws CabinetError `notFound` */
function parseOrder(item: StoredItem | undefined): OrderRecord {
  if (item === undefined) throw new CabinetError('notFound');
  return orderRecordSchema.parse(item);
}
