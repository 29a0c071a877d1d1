import { withValueAddedTax } from '../../shared/money/value-added-tax.ts';
import { amountOf, kindOf } from '../../shared/product/price-resource.ts';
import type { AgreedPrice } from '../../shared/product/product-record.ts';
import type { OrderPriceResource } from './order-resource.ts';

/** Totals of all prices, one-time and monthly. Tax is the sum of the rounded parts, so that the columns add up. */
export function presentTotals(prices: readonly AgreedPrice[], day: Date): OrderPriceResource[] {
  return (['oneTime', 'recurring'] as const).flatMap((priceType) => {
    const parts = prices.filter((price) => price.priceType === priceType).map(({ kopecks }) => kopecks);
    if (parts.length === 0) return [];
    const withTax = parts.map((kopecks) => withValueAddedTax(kopecks, day));
    return [{ ...kindOf(priceType), price: amountOf(sum(parts), sum(withTax), day) }];
  });
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
