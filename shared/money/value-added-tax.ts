import { moscowDayOf } from '../time/moscow-day.ts';

/**
 * Rates of value added tax in per cent, with the day (Europe/Moscow) from which each is in force. Source: Tax Code
 * of the Russian Federation, article 164, item 3, with the amendments in force from 2019 and from 2026.
 */
const rates = [
  { from: '2026-01-01', percent: 22 },
  { from: '2019-01-01', percent: 20 },
  { from: '2004-01-01', percent: 18 },
] as const;

/** Rate of value added tax on a day, in per cent. */
export function valueAddedTaxOn(moment: Date): number {
  const day = moscowDayOf(moment);
  const rate = rates.find(({ from }) => from <= day);
  if (rate === undefined) throw new RangeError('No rate of value added tax is known for that day');
  return rate.percent;
}

/** An amount with the tax of that day, in kopecks, rounded half up. */
export function withValueAddedTax(kopecks: number, moment: Date): number {
  return Math.floor((kopecks * (100 + valueAddedTaxOn(moment)) + 50) / 100);
}
