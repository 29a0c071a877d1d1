import { presentPrices } from '../../shared/product/price-resource.ts';
import type { CheckedOrder } from './check-order.ts';
import { withProgress } from './create-order.ts';
import { latest } from './order-progress.ts';
import type { OrderRequest } from './order-request.ts';
import type { OrderValidationResource } from './order-resource.ts';
import type { Showing } from './present-order.ts';
import { presentTotals } from './present-totals.ts';

/** Prices and dates of a checked order, if it is submitted now and accepted in time. */
export function presentValidation(
  { items, problems, busy }: CheckedOrder,
  { requestedCompletionDate }: OrderRequest,
  { language, now }: Omit<Showing, 'side'>,
): OrderValidationResource {
  const wrong = [...problems, ...busy];
  const planned = items.map((item) => withProgress(item, now.toISOString(), requestedCompletionDate));
  return {
    '@type': 'CabinetProductOrderValidation',
    valid: wrong.length === 0,
    problem: wrong.map(({ pointer, message }) => ({ pointer, message: message[language] })),
    expectedCompletionDate: latest(planned.flatMap(({ progress }) => progress?.target ?? [])),
    orderTotalPrice: presentTotals(
      items.flatMap(({ prices }) => prices),
      now,
    ),
    productOrderItem: planned.map(({ id, action, characteristics, prices, progress }) => ({
      id,
      action,
      productCharacteristic: characteristics,
      itemPrice: presentPrices(prices, language, now),
      itemTotalPrice: presentTotals(prices, now),
      expectedCompletionDate: progress?.target,
    })),
  };
}
