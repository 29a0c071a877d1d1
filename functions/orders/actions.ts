import { activityAction } from '../../shared/activity/activity-record.ts';
import { CabinetError } from '../../shared/errors.ts';
import type { SignedInActor } from '../../shared/history/actor.ts';
import type { Cause, Sequenced } from '../../shared/history/history-item.ts';
import type { OrderHappening } from '../../shared/order/order-event.ts';
import { orderHistory } from '../../shared/order/order-history.ts';
import {
  productItem,
  productKey,
  type ProductRecord,
  productStatusAttributes,
} from '../../shared/product/product-record.ts';
import { type ProductHappening, productHistory } from '../../shared/product/product-history.ts';
import type { Ids } from '../../shared/table/ids.ts';
import type { UpdatedAttribute } from '../../shared/table/item.ts';
import type { Partition } from '../../shared/table/partition.ts';
import type { WriteAction } from '../../shared/table/table.ts';
import { insert, replaceVersion } from '../../shared/table/write-actions.ts';
import { cancellationKey, type CancellationRecord, type CancellationStep } from './cancellation.ts';
import { cancellationItemOf, orderItemOf } from './order-item.ts';
import { noteActivity, orderActivity } from './order-activity.ts';
import { orderKey } from '../../shared/order/order-key.ts';
import { queueAttributeNames } from '../../shared/work-queue/work-queue.ts';
import { type Note, noteKey, type OrderRecord } from './order-record.ts';
import type { ProductEffect } from './product-effects.ts';

/** The history of a service has events that the order does not know of: the carrier suspended or resumed it. */
export class ServiceMoved extends CabinetError {
  constructor() {
    super('concurrentChange');
    this.name = 'ServiceMoved';
  }
}

/** Builds the writes that change one operator's orders and services. */
export class OrderActions {
  readonly #operatorId: string;
  readonly #partition: Partition;
  readonly #ids: Ids;
  readonly #cause: Cause<SignedInActor>;

  constructor(operatorId: string, partition: Partition, ids: Ids, cause: Cause<SignedInActor>) {
    this.#operatorId = operatorId;
    this.#partition = partition;
    this.#ids = ids;
    this.#cause = cause;
  }

  /** A new order with its history and notes. */
  create(order: OrderRecord, event: OrderHappening, notes: readonly Note[]): WriteAction[] {
    return [
      insert(orderKey(this.#partition, order.ulid), orderItemOf(order)),
      ...this.event(order, event),
      ...notes.map((note) => this.#note(order, note)),
    ];
  }

  /** The next version of an order. */
  replace(order: OrderRecord): WriteAction {
    return replaceVersion(orderKey(this.#partition, order.ulid), orderItemOf(order));
  }

  /** An event, for the order's history and for the operator's activity log (docs/adr/0053). */
  event(order: OrderRecord, event: OrderHappening): WriteAction[] {
    return [
      orderHistory(this.#partition, order.ulid).append(order, this.#cause, event),
      activityAction(this.#partition, this.#ids(), orderActivity(order, this.#cause, event)),
    ];
  }

  /** A note added to an existing order. */
  noted(order: OrderRecord, note: Note): WriteAction[] {
    return [this.#note(order, note), activityAction(this.#partition, this.#ids(), noteActivity(order, note))];
  }

  /** A service that is locked by an order, in its next version. */
  hold(product: ProductRecord): WriteAction {
    return replaceVersion(productKey(this.#partition, product.ulid), productItem(product));
  }

  /** The effect of a transition on a service, which is updated without being read (docs/adr/0006). */
  effect(effect: ProductEffect): WriteAction[] {
    if (effect.kind === 'create') {
      const { product, event } = effect;
      return [
        insert(productKey(this.#partition, product.ulid), productItem(product)),
        this.#productEvent(product.ulid, product, event),
      ];
    }
    const { ulid, heldBy, changes, release, event } = effect;
    const status =
      changes.status === undefined ? {} : productStatusAttributes(this.#operatorId, changes.status, ulid);
    const unset: readonly UpdatedAttribute[] = release ? ['openItem'] : [];
    const update = { update: productKey(this.#partition, ulid), unset };
    const set = { ...changes, ...status };
    const expected = { openItem: heldBy };
    if (event === undefined) return [{ ...update, set, expect: { attributes: expected } }];
    const next = { historySequence: event.after + 1 };
    return [
      {
        ...update,
        set: { ...set, ...next },
        expect: { attributes: { ...expected, historySequence: event.after } },
        refusal: new ServiceMoved(),
      },
      this.#productEvent(ulid, next, event.happening),
    ];
  }

  cancellation(cancellation: CancellationRecord): WriteAction {
    return insert(cancellationKey(this.#partition, cancellation.ulid), cancellationItemOf(cancellation));
  }

  cancellationStep({ ulid, from, to, effectiveDate }: CancellationStep): WriteAction {
    return {
      update: cancellationKey(this.#partition, ulid),
      set: { state: to, effectiveDate },
      unset: to === 'done' || to === 'terminatedWithError' ? queueAttributeNames : [],
      expect: { attributes: { state: from } },
    };
  }

  #note({ ulid }: OrderRecord, note: Note): WriteAction {
    return insert(noteKey(this.#partition, ulid, note.ulid), { schemaVersion: 1, ...note });
  }

  #productEvent(ulid: string, product: Sequenced, event: ProductHappening): WriteAction {
    return productHistory(this.#partition, ulid).append(product, this.#cause, event);
  }
}
