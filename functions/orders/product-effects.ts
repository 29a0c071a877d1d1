import type { FieldChange } from '../../shared/history/field-change.ts';
import type { ProductHappening } from '../../shared/product/product-history.ts';
import type { ProductRecord, ProductStatus } from '../../shared/product/product-record.ts';
import { formatEntityId } from '../../shared/table/entity-id.ts';
import type { Ids } from '../../shared/table/ids.ts';
import { characteristicChange, changesBetween } from './configure.ts';
import { orderDateOf, type OrderRecord, type WorkItem } from './order-record.ts';
import { isFinal } from '../../shared/order/order-state.ts';

type ProductChanges = Pick<
  ProductRecord,
  'status' | 'characteristics' | 'places' | 'prices' | 'startDate' | 'terminationDate'
>;
type ProductReference = NonNullable<ProductRecord['openItem']>;

/** The effect of an item's transition on its service. */
export type ProductEffect =
  | { readonly kind: 'create'; readonly product: ProductRecord; readonly event: ProductHappening }
  | {
      readonly kind: 'update';
      readonly ulid: string;
      /** The item that has locked the service. */
      readonly heldBy: ProductReference;
      readonly changes: Partial<ProductChanges>;
      /** Whether the item is final and unlocks the service. */
      readonly release: boolean;
      /** The new event, and the sequence of the last one that the item knows of, which must still be the last one. */
      readonly event?: { readonly after: number; readonly happening: ProductHappening } | undefined;
    };

interface Step {
  readonly order: OrderRecord;
  readonly before: WorkItem;
  readonly after: WorkItem;
  readonly now: Date;
  readonly reason: string | undefined;
}

/**
 * The effect of a transition of an item on its service, written in the same transaction; undefined if there is none.
 */
export function effectOf(step: Step): ProductEffect | undefined {
  const isAccepted =
    step.before.progress.acceptedAt === undefined && step.after.progress.acceptedAt !== undefined;
  if (!isAccepted && !isFinal(step.after.progress.state)) return undefined;
  switch (step.after.action) {
    case 'add':
      return isAccepted ? creation(step) : endOfConnection(step);
    case 'modify':
      return isAccepted ? undefined : endOfChange(step);
    case 'delete':
      return isAccepted ? startOfDisconnection(step) : endOfDisconnection(step);
    case 'noChange':
      return undefined;
  }
}

/** Gives an item the id of the service that is created at its acceptance. */
export function withProduct(item: WorkItem, ids: Ids): WorkItem {
  return item.action === 'add' && item.productUlid === undefined ? { ...item, productUlid: ids() } : item;
}

/** The step, with the sequence of the event that its effect adds to the history of the service. */
export function withEffect<
  S extends { readonly after: WorkItem; readonly effect: ProductEffect | undefined },
>(step: S): S {
  const { after, effect } = step;
  if (effect?.event === undefined) return step;
  const productSequence = effect.kind === 'create' ? effect.product.historySequence : effect.event.after + 1;
  return { ...step, after: { ...after, productSequence } };
}

function creation(step: Step): ProductEffect | undefined {
  const { order, after } = step;
  if (after.productUlid === undefined) return undefined;
  const openItem = heldBy(step);
  return {
    kind: 'create',
    product: {
      schemaVersion: 1,
      version: 1,
      historySequence: 1,
      operatorId: order.operatorId,
      ulid: after.productUlid,
      status: 'pendingActive',
      name: after.name,
      offering: after.offering,
      specification: after.specification,
      categoryIds: after.categoryIds,
      characteristics: after.characteristics,
      places: after.places,
      prices: after.prices,
      orderDate: orderDateOf(order),
      externalId: order.externalId,
      billingAccountId: order.billingAccount?.id,
      agreementId: order.agreements[0]?.id,
      openItem,
      orderItems: [openItem],
    },
    event: statusEvent(step, undefined, 'pendingActive'),
  };
}

function endOfConnection(step: Step): ProductEffect | undefined {
  const { after, now } = step;
  if (after.progress.state === 'completed') {
    return becomes(step, 'pendingActive', 'active', { startDate: now.toISOString() });
  }
  return becomes(step, 'pendingActive', after.progress.state === 'failed' ? 'aborted' : 'cancelled');
}

function endOfChange(step: Step): ProductEffect | undefined {
  const { characteristics, characteristicsBefore = [], prices, progress } = step.after;
  if (progress.state !== 'completed') return update(step, {});
  const changes = changesBetween(characteristicsBefore, characteristics).map(characteristicChange);
  const event = changeEvent(step, changes);
  return update(step, { changes: { characteristics, prices }, event });
}

/**
 * The effect that changing an order in progress has on its service: a new service exists from its acceptance on, a
 * changed one only changes at completion.
 */
export function effectOfChange(step: Step, changes: readonly FieldChange[]): ProductEffect | undefined {
  const { characteristics, places, prices, action } = step.after;
  if (action !== 'add') return undefined;
  const change = changes.map(({ field, before, after }) => ({ field, before, after }));
  return update(step, { changes: { characteristics, places, prices }, event: changeEvent(step, change) });
}

function startOfDisconnection(step: Step): ProductEffect | undefined {
  const { productStatus = 'active' } = step.after;
  return update(step, {
    changes: { status: 'pendingTerminate' },
    event: statusEvent(step, productStatus, 'pendingTerminate'),
  });
}

function endOfDisconnection(step: Step): ProductEffect | undefined {
  const { productStatus = 'active', progress } = step.after;
  // The service has not been affected yet.
  if (progress.acceptedAt === undefined) return update(step, {});
  if (progress.state !== 'completed') return becomes(step, 'pendingTerminate', productStatus);
  return becomes(step, 'pendingTerminate', 'terminated', { terminationDate: step.now.toISOString() });
}

function becomes(
  step: Step,
  from: ProductStatus,
  to: ProductStatus,
  dates: Partial<Pick<ProductRecord, 'startDate' | 'terminationDate'>> = {},
): ProductEffect | undefined {
  return update(step, { changes: { status: to, ...dates }, event: statusEvent(step, from, to) });
}

type Update = Extract<ProductEffect, { kind: 'update' }>;

function update(
  step: Step,
  { changes = {}, event }: { readonly changes?: Update['changes']; readonly event?: ProductHappening },
): ProductEffect | undefined {
  const { productUlid, productSequence = 0, progress } = step.after;
  // A connection that was cancelled before acceptance has created no service.
  if (productUlid === undefined) return undefined;
  return {
    kind: 'update',
    ulid: productUlid,
    heldBy: heldBy(step),
    changes,
    release: isFinal(progress.state),
    event: event && { after: productSequence, happening: event },
  };
}

function heldBy({ order, after }: Step): ProductReference {
  return { orderId: formatEntityId(order), itemId: after.id, action: after.action };
}

function statusEvent(step: Step, before: ProductStatus | undefined, after: ProductStatus): ProductHappening {
  return { ...eventOf(step), kind: 'status', change: [{ field: 'status', before, after }] };
}

function changeEvent(step: Step, change: FieldChange[]): ProductHappening {
  return { ...eventOf(step), kind: 'change', change };
}

function eventOf(step: Step) {
  return { reason: step.reason, orderItem: heldBy(step) };
}
