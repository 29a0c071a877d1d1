import type { OfferingRecord, PublishedPrice } from '../../shared/offering/offering-record.ts';
import { priceOf } from '../../shared/money/decimal.ts';
import type { AgreedPrice, CharacteristicValue, OrderAction } from '../../shared/product/product-record.ts';

/**
 * Prices of a service that is ordered with these characteristics: the prices of the offering that apply, each with its
 * amount. One-time prices apply to connecting, not to changing.
 */
export function agreePrices(
  { prices }: Pick<OfferingRecord, 'prices'>,
  characteristics: readonly CharacteristicValue[],
  action: Extract<OrderAction, 'add' | 'modify'>,
): AgreedPrice[] {
  const values = new Map(characteristics.map(({ name, value }) => [name, value]));
  return prices
    .filter(({ priceType }) => action === 'add' || priceType !== 'oneTime')
    .filter(({ appliesTo }) => appliesTo.every(({ name, value }) => values.get(name) === value))
    .flatMap((price) => {
      const units = unitsOf(price, values);
      return units === 0 ? [] : [agreedPrice(price, units)];
    });
}

/** Units are rounded up: 25 Mbit/s at a price for 10 Mbit/s are three units. */
function unitsOf(
  { multipliedBy, unitOfMeasure, priceType }: PublishedPrice,
  values: ReadonlyMap<string, CharacteristicValue['value']>,
): number {
  if (multipliedBy === undefined || priceType === 'usage') return 1;
  const value = values.get(multipliedBy);
  return typeof value === 'number' ? Math.max(0, Math.ceil(value / (unitOfMeasure?.amount ?? 1))) : 0;
}

function agreedPrice(price: PublishedPrice, units: number): AgreedPrice {
  const { id, name, priceType, unitPrice, unitOfMeasure, multipliedBy } = price;
  return {
    id,
    name,
    priceType,
    unitPrice,
    ...(unitOfMeasure === undefined ? {} : { unitOfMeasure }),
    ...(multipliedBy === undefined ? {} : { multipliedBy }),
    units,
    kopecks: priceOf(unitPrice, units),
  };
}
