import * as z from 'zod';
import { moneyOf, moneyOfUnitPrice } from '../money/decimal.ts';
import { valueAddedTaxOn, withValueAddedTax } from '../money/value-added-tax.ts';
import type { Language } from '../text.ts';
import { money, reference } from '../tmf/resource.ts';
import type { AgreedPrice } from './product-record.ts';

/** TMF `Price`. */
const price = z
  .strictObject({
    dutyFreeAmount: money,
    /** Absent for usage, whose units can cost less than a kopeck. */
    taxIncludedAmount: money.optional(),
    /** Rate of value added tax in per cent. */
    taxRate: z.number(),
  })
  .meta({ id: 'Price' });

/** An agreed price: of an order item (TMF622 `OrderPrice`), then of the service (TMF637 `ProductPrice`). */
export const agreedPrice = z
  .strictObject({
    name: z.string(),
    /** The calculation, if a characteristic multiplies the price. */
    description: z.string().optional(),
    priceType: z.enum(['oneTime', 'recurring', 'usage']),
    recurringChargePeriod: z.literal('month').optional(),
    unitOfMeasure: z.string().optional(),
    price,
    productOfferingPrice: reference,
  })
  .meta({ id: 'AgreedPrice' });

type PriceResource = z.input<typeof price>;
type AgreedPriceResource = z.input<typeof agreedPrice>;

/**
 * Presents agreed prices with the tax of a day. One-time and monthly prices are totals; a usage price is the price of one
 * unit, which can be less than a kopeck, so that its tax is not calculated.
 */
export function presentPrices(
  prices: readonly AgreedPrice[],
  language: Language,
  day: Date,
): AgreedPriceResource[] {
  return prices.map((agreed) => {
    const { id, name, priceType, unitPrice, unitOfMeasure, units, kopecks } = agreed;
    const unit = unitOfMeasure && `${unitOfMeasure.amount} ${unitOfMeasure.units}`;
    return {
      name: name[language],
      ...(agreed.multipliedBy === undefined ? {} : { description: `${units} × ${unitPrice} ₽` }),
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

/** Type and period of a price. */
export function kindOf(
  priceType: AgreedPrice['priceType'],
): Pick<AgreedPriceResource, 'priceType' | 'recurringChargePeriod'> {
  return { priceType, ...(priceType === 'recurring' ? { recurringChargePeriod: 'month' } : {}) };
}

/** An amount in kopecks, without and with the tax of a day. */
export function amountOf(kopecks: number, withTax: number, day: Date): PriceResource {
  return {
    dutyFreeAmount: moneyOf(kopecks),
    taxIncludedAmount: moneyOf(withTax),
    taxRate: valueAddedTaxOn(day),
  };
}
