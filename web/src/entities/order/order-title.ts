import i18next from 'i18next';
import { orderNumber } from './order-number.ts';
import type { Order } from './order-queries.ts';

/** What an order is about, in a line: the first thing that it does, and how many more. */
export function orderTitle({ id, productOrderItem }: Order): string {
  const [first, ...others] = productOrderItem;
  if (first === undefined) return orderNumber(id);
  const rest = others.length === 0 ? '' : ` +${String(others.length)}`;
  return `${i18next.t(`order.action.${first.action}`)}: ${first.product.name}${rest}`;
}
