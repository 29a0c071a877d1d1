import { addDays, endOfDay, moscowDayOf, type MoscowDay } from './moscow-day.ts';

/** Public holidays by month and day (Labour Code of the Russian Federation, article 112, part one). */
const holidays: readonly string[] = [
  '01-01',
  '01-02',
  '01-03',
  '01-04',
  '01-05',
  '01-06',
  '01-07',
  '01-08',
  '02-23',
  '03-08',
  '05-01',
  '05-09',
  '06-12',
  '11-04',
];

/**
 * Days off that the Government moves each year (article 112, parts two and five): the day off moves from `from` to `to`.
 * Everything else follows from the article. A year's decree is published in the autumn before.
 */
const transfers: readonly { readonly from: MoscowDay; readonly to: MoscowDay }[] = [
  // Decree 1466 of 24 September 2025.
  { from: '2026-01-03', to: '2026-01-09' },
  { from: '2026-01-04', to: '2026-12-31' },
];

/**
 * Cached results in milliseconds, by start day and number of days. A page of orders needs dozens of them, for few different
 * days, and calculating one checks many dates.
 */
const cache = new Map<string, number>();
const maxCacheSize = 10_000;

/**
 * The end of the working day that is a number of working days after a time's own day: one working day after Friday is the
 * end of Monday.
 */
export function addWorkingDays(moment: Date, count: number): Date {
  const day = moscowDayOf(moment);
  const name = `${day} ${count}`;
  const known = cache.get(name);
  if (known !== undefined) return new Date(known);
  const end = endOfDay(workingDayAfter(day, count));
  if (cache.size >= maxCacheSize) cache.clear();
  cache.set(name, end.getTime());
  return end;
}

function workingDayAfter(first: MoscowDay, count: number): MoscowDay {
  let day = first;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}

/** Whether a day is a working day: Monday to Friday, except for public holidays, including moved days off. */
export function isWorkingDay(day: MoscowDay): boolean {
  if (isHoliday(day) || transfers.some(({ to }) => to === day)) return false;
  if (isWeekend(day)) return transfers.some(({ from }) => from === day);
  return !standsInForHoliday(day);
}

/** The next working day after a holiday at a weekend is a day off, except in January or if a decree moves the holiday. */
function standsInForHoliday(day: MoscowDay): boolean {
  let before = addDays(day, -1);
  let moved = 0;
  for (; isWeekend(before) || isHoliday(before); before = addDays(before, -1)) {
    const isMoved = isWeekend(before) && isHoliday(before) && !before.slice(5).startsWith('01-');
    if (isMoved && !transfers.some(({ from }) => from === before)) moved += 1;
  }
  return moved > 0;
}

function isHoliday(day: MoscowDay): boolean {
  return holidays.includes(day.slice(5));
}

function isWeekend(day: MoscowDay): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}
