import i18next from 'i18next';
import { orderNumber } from './order-number.ts';
import type { Order } from './order-queries.ts';

/** One-line title of an order: its first item, and the number of others. */
export function orderTitle({ id, productOrderItem }: Order): string {
  const [first, ...others] = productOrderItem;
  if (first === undefined) return orderNumber(id);
  const rest = others.length === 0 ? '' : ` +${String(others.length)}`;
  return `${i18next.t(`order.action.${first.action}`)}: ${first.product.name}${rest}`;
}
