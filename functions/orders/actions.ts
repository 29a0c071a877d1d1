import { activityAction } from '../../shared/activity/activity-record.ts';
import { CabinetError } from '../../shared/errors.ts';
import type { OrderEvent } from '../../shared/order/order-event.ts';
import { orderHistory } from '../../shared/order/order-history.ts';
import {
  type ProductEvent,
  productItem,
  productKey,
  type ProductRecord,
  productStatusAttributes,
} from '../../shared/product/product-record.ts';
import { productHistory } from '../../shared/product/product-history.ts';
import type { Ids } from '../../shared/table/ids.ts';
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

/** The carrier suspended or resumed a service while its disconnection was being accepted. */
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

  constructor(operatorId: string, partition: Partition, ids: Ids) {
    this.#operatorId = operatorId;
    this.#partition = partition;
    this.#ids = ids;
  }

  /** A new order with its history and notes. */
  create(order: OrderRecord, event: OrderEvent, notes: readonly Note[]): WriteAction[] {
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
  event(order: OrderRecord, event: OrderEvent): WriteAction[] {
    return [
      orderHistory(this.#partition, order.ulid).append(this.#ids(), event),
      activityAction(this.#partition, this.#ids(), orderActivity(order, event)),
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
        this.#productEvent(product.ulid, event),
      ];
    }
    const { ulid, heldBy, statusBefore, changes, release, event } = effect;
    const status =
      changes.status === undefined ? {} : productStatusAttributes(this.#operatorId, changes.status, ulid);
    return [
      {
        update: productKey(this.#partition, ulid),
        set: { ...changes, ...status },
        unset: release ? ['openItem'] : [],
        expect: {
          attributes: { openItem: heldBy, ...(statusBefore === undefined ? {} : { status: statusBefore }) },
        },
        refusal: statusBefore === undefined ? undefined : new ServiceMoved(),
      },
      ...(event === undefined ? [] : [this.#productEvent(ulid, event)]),
    ];
  }

  cancellation(cancellation: CancellationRecord): WriteAction {
    return insert(cancellationKey(this.#partition, cancellation.ulid), cancellationItemOf(cancellation));
  }

  cancellationStep({ ulid, from, to, effectiveDate }: CancellationStep): WriteAction {
    return {
      update: cancellationKey(this.#partition, ulid),
      set: { state: to, ...(effectiveDate === undefined ? {} : { effectiveDate }) },
      unset: to === 'done' || to === 'terminatedWithError' ? queueAttributeNames : [],
      expect: { attributes: { state: from } },
    };
  }

  #note({ ulid }: OrderRecord, note: Note): WriteAction {
    return insert(noteKey(this.#partition, ulid, note.ulid), { schemaVersion: 1, ...note });
  }

  #productEvent(ulid: string, event: ProductEvent): WriteAction {
    return productHistory(this.#partition, ulid).append(this.#ids(), event);
  }
}
