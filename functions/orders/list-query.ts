import * as z from 'zod';
import { operatorIdSchema } from '../../shared/auth/membership.ts';
import { dateRange, flag, oneOf, paging, selection, sortedBy, texts } from '../../shared/http/list-query.ts';
import { orderStates } from '../../shared/order/order-state.ts';
import { cancellationStates } from './state-machine.ts';

/** Filters of a list of orders, which are combined with AND, and its sort orders. */
export const orderListQuery = z.strictObject({
  ...paging,
  ...selection,
  ...oneOf('state', orderStates),
  ...texts('externalId'),
  ...texts('category'),
  ...oneOf('priority', ['0', '1', '2', '3', '4']),
  ...dateRange('orderDate'),
  ...dateRange('completionDate'),
  ...dateRange('expectedCompletionDate'),
  ...dateRange('requestedCompletionDate'),
  ...flag('overdue'),
  ...oneOf('waitingFor', ['operator', 'carrier']),
  /** The operator; without it, an account manager gets the work queue (docs/adr/0002). */
  operatorId: operatorIdSchema.optional(),
  ...sortedBy(['-orderDate', 'orderDate', 'expectedCompletionDate']),
});
export type OrderListQuery = z.output<typeof orderListQuery>;

/** Filters of a list of cancellation requests. */
export const cancellationListQuery = z.strictObject({
  ...paging,
  ...selection,
  ...oneOf('state', cancellationStates),
  ...texts('productOrder.id'),
  operatorId: operatorIdSchema.optional(),
});
export type CancellationListQuery = z.output<typeof cancellationListQuery>;

/** A page of the notes or of the history of an order. */
export const pageQuery = z.strictObject(paging);
