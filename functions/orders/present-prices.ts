import { moneyOf, moneyOfUnitPrice } from '../../shared/money/decimal.ts';
import { valueAddedTaxOn, withValueAddedTax } from '../../shared/money/value-added-tax.ts';
import type { AgreedPrice } from '../../shared/product/product-record.ts';
import type { Language } from '../../shared/text.ts';
import type { OrderPriceResource } from './order-resource.ts';

/**
 * Prices of an item, each with the tax of a day. Of what is paid once or monthly: what it comes to; of usage: the
 * price of one unit, which can be finer than a kopeck, so that no tax is computed on it.
 */
export function presentPrices(
  prices: readonly AgreedPrice[],
  language: Language,
  day: Date,
): OrderPriceResource[] {
  return prices.map((price) => {
    const { id, name, priceType, unitPrice, unitOfMeasure, units, kopecks } = price;
    const unit = unitOfMeasure && `${unitOfMeasure.amount} ${unitOfMeasure.units}`;
    return {
      name: name[language],
      ...(price.multipliedBy === undefined ? {} : { description: `${units} × ${unitPrice} ₽` }),
      ...kindOf(priceType),
      ...(unit === undefined ? {} : { unitOfMeasure: unit }),
      price:
        priceType === 'usage'
          ? { dutyFreeAmount: moneyOfUnitPrice(unitPrice), taxRate: valueAddedTaxOn(day) }
          : amountOf(kopecks, withValueAddedTax(kopecks, day), day),
      productOfferingPrice: {
        id,
        href: `/tmf-api/productCatalogManagement/v4/productOfferingPrice/${id}`,
        '@referredType': 'ProductOfferingPrice',
      },
    };
  });
}

/** What all prices come to: once, and by the month. Tax is that of the parts, so that the columns add up. */
export function presentTotals(prices: readonly AgreedPrice[], day: Date): OrderPriceResource[] {
  return (['oneTime', 'recurring'] as const).flatMap((priceType) => {
    const parts = prices.filter((price) => price.priceType === priceType).map(({ kopecks }) => kopecks);
    if (parts.length === 0) return [];
    const withTax = parts.map((kopecks) => withValueAddedTax(kopecks, day));
    return [{ ...kindOf(priceType), price: amountOf(sum(parts), sum(withTax), day) }];
  });
}

function kindOf(
  priceType: AgreedPrice['priceType'],
): Pick<OrderPriceResource, 'priceType' | 'recurringChargePeriod'> {
  return { priceType, ...(priceType === 'recurring' ? { recurringChargePeriod: 'month' } : {}) };
}

function amountOf(kopecks: number, withTax: number, day: Date): OrderPriceResource['price'] {
  return {
    dutyFreeAmount: moneyOf(kopecks),
    taxIncludedAmount: moneyOf(withTax),
    taxRate: valueAddedTaxOn(day),
  };
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
