/** The carrier's day: a calendar day in Moscow, written `2026-01-31`. */
export type MoscowDay = string;

const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Moscow' });

/** Days by hour, since formatting takes most of the time of presenting a page of orders. */
const daysByHour = new Map<number, MoscowDay>();
const maxDaysByHour = 10_000;

/** The day in Moscow at a time. Moscow's offset from UTC was a whole number of hours at all times since 1970. */
export function moscowDayOf(moment: Date): MoscowDay {
  const hour = Math.floor(moment.getTime() / 3_600_000);
  const known = daysByHour.get(hour);
  if (known !== undefined) return known;
  const day = format.format(moment);
  if (daysByHour.size >= maxDaysByHour) daysByHour.clear();
  daysByHour.set(hour, day);
  return day;
}

/** Last millisecond of a day. Moscow has kept UTC+3 all year since 2014 (Federal Law 248-FZ of 2014). */
export function endOfDay(day: MoscowDay): Date {
  return new Date(`${day}T23:59:59.999+03:00`);
}

/** Adds days to a day. */
export function addDays(day: MoscowDay, count: number): MoscowDay {
  const noon = new Date(`${day}T12:00:00Z`);
  noon.setUTCDate(noon.getUTCDate() + count);
  return noon.toISOString().slice(0, 10);
}
