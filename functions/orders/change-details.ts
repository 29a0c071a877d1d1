import type { Problem } from '../../shared/errors.ts';
import type { FieldChange } from '../../shared/history/field-change.ts';
import { problemsOfDates } from './check-dates.ts';
import { acceptanceDueOf, deliveryTargetOf } from './clock.ts';
import { orderDateOf, type OrderItem, type OrderRecord } from './order-record.ts';
import type { OrderPatch } from './order-request.ts';

/** Attributes of the order itself that its operator may change. */
const changeable = [
  'externalId',
  'description',
  'category',
  'priority',
  'requestedStartDate',
  'requestedCompletionDate',
  'notificationContact',
] as const;

type Details = Partial<Pick<OrderRecord, (typeof changeable)[number]>>;

/** Applies a patch to the details of an order: `null` removes an attribute, absent attributes stay. */
export function patchedDetails(
  order: OrderRecord,
  patch: OrderPatch,
  now: Date,
): {
  readonly order: OrderRecord;
  readonly changes: readonly FieldChange[];
  readonly problems: readonly Problem[];
} {
  const wished: Details = {
    externalId: valueOf(patch.externalId, order.externalId),
    description: valueOf(patch.description, order.description),
    category: valueOf(patch.category, order.category),
    priority: patch.priority === null ? '4' : (patch.priority ?? order.priority),
    requestedStartDate: valueOf(patch.requestedStartDate, order.requestedStartDate),
    requestedCompletionDate: valueOf(patch.requestedCompletionDate, order.requestedCompletionDate),
    notificationContact: valueOf(patch.notificationContact, order.notificationContact),
  };
  const changes = changeable
    .filter((attribute) => wished[attribute] !== order[attribute])
    .map((field) => ({ field, before: order[field], after: wished[field] }));
  const dates = {
    requestedStartDate: patch.requestedStartDate ?? undefined,
    requestedCompletionDate: patch.requestedCompletionDate ?? undefined,
  };
  const changed: OrderRecord = { ...order, ...wished, priority: wished.priority ?? order.priority };
  return {
    order: { ...changed, items: changed.items.map((item) => replanned(item, changed)) },
    changes,
    problems: problemsOfDates(dates, changed, now),
  };
}

function valueOf<V>(patched: V | null | undefined, value: V | undefined): V | undefined {
  if (patched === null) return undefined;
  return patched ?? value;
}

/** Recalculates the targets of items that are not accepted yet. Promised dates stay until the carrier changes them. */
function replanned(item: OrderItem, order: OrderRecord): OrderItem {
  const { progress } = item;
  if (progress?.state !== 'acknowledged') return item;
  const target = deliveryTargetOf(
    acceptanceDueOf(orderDateOf(order)),
    item.deliveryWorkingDays,
    order.requestedCompletionDate,
  );
  return { ...item, progress: { ...progress, target } };
}
