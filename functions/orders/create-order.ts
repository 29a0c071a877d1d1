import { formatEntityId } from '../../shared/table/entity-id.ts';
import type { OperatorScope } from '../../shared/auth/scope.ts';
import type { SignedInActor } from '../../shared/history/actor.ts';
import { type OrderHappening, stateChange } from '../../shared/order/order-event.ts';
import type { ProductRecord } from '../../shared/product/product-record.ts';
import type { Ids } from '../../shared/table/ids.ts';
import type { CheckedOrder } from './check-order.ts';
import { acceptanceDueOf, deliveryTargetOf } from './clock.ts';
import {
  inlineNotes,
  type Note,
  orderDateOf,
  type OrderItem,
  type OrderRecord,
  type Progress,
} from './order-record.ts';
import type { OrderRequest } from './order-request.ts';
import { refuseOversize } from './order-size.ts';

/** Everything that is written when an order is created. */
export interface CreatedOrder {
  readonly order: OrderRecord;
  readonly event: OrderHappening;
  readonly notes: readonly Note[];
  /** Services that are locked by the order, in their next version. */
  readonly products: readonly ProductRecord[];
}

interface Ordering {
  readonly request: OrderRequest;
  readonly checked: CheckedOrder;
  readonly products: readonly ProductRecord[];
  readonly scope: OperatorScope;
  readonly actor: SignedInActor;
  readonly ids: Ids;
}

/**
 * Creates an order from the checked request.
 *
 * @throws CabinetError `payloadTooLarge`
 */
export function createOrder({ request, checked, products, scope, actor, ids }: Ordering): CreatedOrder {
  const ulid = ids();
  const orderDate = orderDateOf({ ulid });
  const notes = request.note
    .map(({ text }): Note => ({ ulid: ids(), at: orderDate, by: actor, text }))
    .toReversed();
  const items = checked.items.map((item) => withProgress(item, orderDate, request.requestedCompletionDate));
  const order: OrderRecord = {
    schemaVersion: 1,
    version: 1,
    historySequence: 1,
    operatorId: scope.operatorId,
    operatorName: scope.operatorName,
    ulid,
    managerSub: scope.managerSub,
    state: 'acknowledged',
    ...detailsOf(request),
    items,
    notes: notes.slice(0, inlineNotes),
  };
  refuseOversize(order);
  return {
    order,
    event: {
      kind: 'created',
      state: order.state,
      change: [
        ...stateChange(undefined, order.state),
        ...items.flatMap(({ id, progress }) =>
          progress === undefined ? [] : [{ item: id, field: 'state', after: progress.state }],
        ),
      ],
    },
    notes,
    products: order.items.filter(isLocking).flatMap((item) => locked(item, order, products)),
  };
}

/** Adds the progress of an item that was just submitted. */
export function withProgress(
  item: Omit<OrderItem, 'progress'>,
  orderDate: string,
  requestedCompletionDate: string | undefined,
): OrderItem {
  if (item.action === 'noChange') return item;
  const acceptanceDue = acceptanceDueOf(orderDate);
  const progress: Progress = {
    state: 'acknowledged',
    target: deliveryTargetOf(acceptanceDue, item.deliveryWorkingDays, requestedCompletionDate),
    dueDate: acceptanceDue,
  };
  return { ...item, progress };
}

/** The operator's details of an order as a whole. */
function detailsOf(request: OrderRequest) {
  const { externalId, description, category, priority, requestedStartDate, requestedCompletionDate } =
    request;
  return {
    externalId,
    description,
    category,
    priority,
    requestedStartDate,
    requestedCompletionDate,
    notificationContact: request.notificationContact,
    billingAccount: request.billingAccount && {
      id: request.billingAccount.id,
      name: request.billingAccount.name,
    },
    agreements: request.agreement.map(({ id, name }) => ({ id, name })),
  };
}

/** Whether an item works on an existing service. */
function isLocking({ action }: OrderItem): boolean {
  return action === 'modify' || action === 'delete';
}

/** The service, locked by the item that works on it. */
function locked(
  { id, action, productUlid }: OrderItem,
  order: OrderRecord,
  products: readonly ProductRecord[],
): readonly ProductRecord[] {
  const openItem = { orderId: formatEntityId(order), itemId: id, action };
  return products
    .filter(({ ulid }) => ulid === productUlid)
    .map((product) => ({
      ...product,
      version: product.version + 1,
      openItem,
      orderItems: [...product.orderItems, openItem].slice(-20),
    }));
}
