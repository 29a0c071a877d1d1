import * as z from 'zod';

/** A unit price in roubles without VAT: a decimal string of up to six places, never a float. */
export const unitPriceSchema = z.string().regex(/^\d{1,12}(\.\d{1,6})?$/);

const microsPerRouble = 1_000_000n;
const microsPerKopeck = 10_000n;

/** Millionths of a rouble that a unit price stands for. */
function microsOf(unitPrice: string): bigint {
  const [roubles = '0', fraction = ''] = unitPriceSchema.parse(unitPrice).split('.');
  return BigInt(roubles) * microsPerRouble + BigInt(fraction.padEnd(6, '0'));
}

/** What so many units cost, in kopecks, rounded half up once at the end. */
export function priceOf(unitPrice: string, quantity: number): number {
  return Number((microsOf(unitPrice) * BigInt(quantity) + microsPerKopeck / 2n) / microsPerKopeck);
}

/** Kopecks as the JSON number of roubles that TMF's `Money.value` is. The only place where money becomes a float. */
export function moneyOf(kopecks: number): { unit: 'RUB'; value: number } {
  return { unit: 'RUB', value: kopecks / 100 };
}
