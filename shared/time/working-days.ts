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
 * Days off that the Government moves each year (article 112, parts two and five): off moves from the first day to the
 * second. What a decree does not name follows from the article alone; a year's decree appears in the autumn before.
 */
const transfers: readonly { readonly from: MoscowDay; readonly to: MoscowDay }[] = [
  // Decree 1466 of 24 September 2025.
  { from: '2026-01-03', to: '2026-01-09' },
  { from: '2026-01-04', to: '2026-12-31' },
];

/**
 * Ends of working days that were counted before, in milliseconds, by the day counted from and how many days. A page
 * of orders shows dozens of them, of few different days, and counting one looks at a calendar's worth of dates.
 */
const counted = new Map<string, number>();
const maxCounted = 10_000;

/**
 * The end of the working day that comes so many working days after a moment's own: an order of Friday that has one
 * working day is due when Monday ends.
 */
export function addWorkingDays(moment: Date, count: number): Date {
  const day = moscowDayOf(moment);
  const name = `${day} ${count}`;
  const known = counted.get(name);
  if (known !== undefined) return new Date(known);
  const end = endOfDay(workingDayAfter(day, count));
  if (counted.size >= maxCounted) counted.clear();
  counted.set(name, end.getTime());
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

/** Whether the carrier works on a day: Monday to Friday, but for public holidays, days off moved included. */
export function isWorkingDay(day: MoscowDay): boolean {
  if (isHoliday(day) || transfers.some(({ to }) => to === day)) return false;
  if (isWeekend(day)) return transfers.some(({ from }) => from === day);
  return !standsInForHoliday(day);
}

/** A holiday at a weekend makes the next working day free, unless it is one of January's or a decree moves it. */
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
