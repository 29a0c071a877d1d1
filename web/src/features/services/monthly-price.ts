import { formatMoney } from '../../kit/format/format.ts';
import type { Service } from '../../entities/service/service-queries.ts';

/** Monthly price of a service without VAT; undefined without recurring prices. */
export function monthlyPriceOf({ productPrice }: Pick<Service, 'productPrice'>): string | undefined {
  const recurring = productPrice.filter(({ priceType }) => priceType === 'recurring');
  // Kopecks, so that a sum of roubles with kopecks is exact.
  const kopecks = recurring.reduce((sum, { price }) => sum + Math.round(price.dutyFreeAmount.value * 100), 0);
  return recurring.length === 0 ? undefined : formatMoney(kopecks / 100);
}
