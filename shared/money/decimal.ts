import * as z from 'zod';

/** A unit price in roubles without VAT: a decimal string of up to six places, never a float. */
export const unitPriceSchema = z.string().regex(/^\d{1,12}(\.\d{1,6})?$/);

const microsPerRouble = 1_000_000n;
const microsPerKopeck = 10_000n;

/** A unit price in millionths of a rouble. */
function microsOf(unitPrice: string): bigint {
  const [roubles = '0', fraction = ''] = unitPriceSchema.parse(unitPrice).split('.');
  return BigInt(roubles) * microsPerRouble + BigInt(fraction.padEnd(6, '0'));
}

/** Price of a quantity in kopecks, rounded half up once at the end. */
export function priceOf(unitPrice: string, quantity: number): number {
  return Number((microsOf(unitPrice) * BigInt(quantity) + microsPerKopeck / 2n) / microsPerKopeck);
}

/**
 * Unit price of a TMF `Money.value`. The shortest decimal representation of the number is what its sender wrote.
 *
 * @returns undefined if it is negative, or has more than six places
 */
export function unitPriceOf(roubles: number): string | undefined {
  return unitPriceSchema.safeParse(String(roubles)).data;
}

/** A unit price as TMF's `Money`; the inverse of {@link unitPriceOf}. */
export function moneyOfUnitPrice(unitPrice: string): { unit: 'RUB'; value: number } {
  return { unit: 'RUB', value: Number(unitPriceSchema.parse(unitPrice)) };
}

/** Kopecks as TMF's `Money`, whose `value` is a JSON number of roubles. */
export function moneyOf(kopecks: number): { unit: 'RUB'; value: number } {
  return { unit: 'RUB', value: kopecks / 100 };
}
