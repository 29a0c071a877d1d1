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

/**
 * Unit price that TMF's `Money.value` stands for. The shortest decimal that names the number is what its sender wrote.
 *
 * @returns undefined where it is negative, or has more than six places
 */
export function unitPriceOf(roubles: number): string | undefined {
  return unitPriceSchema.safeParse(String(roubles)).data;
}

/** A unit price as TMF's `Money`; the way back from {@link unitPriceOf}. */
export function moneyOfUnitPrice(unitPrice: string): { unit: 'RUB'; value: number } {
  return { unit: 'RUB', value: Number(unitPriceSchema.parse(unitPrice)) };
}

/** Kopecks as the JSON number of roubles that TMF's `Money.value` is. */
export function moneyOf(kopecks: number): { unit: 'RUB'; value: number } {
  return { unit: 'RUB', value: kopecks / 100 };
}
