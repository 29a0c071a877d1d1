/** The end of a calendar day in Moscow (UTC+3, without summer time since 2014). */
export function endOfMoscowDay(day: string): string {
  return `${day}T23:59:00+03:00`;
}

/** The beginning of a calendar day in Moscow. */
export function startOfMoscowDay(day: string): string {
  return `${day}T00:00:00+03:00`;
}

/** A time of a calendar day in Moscow: `2026-01-31`, `09:00`. */
export function moscowMoment(day: string, time: string): string {
  return `${day}T${time}:00+03:00`;
}

/** Moscow time of a moment: `09:00`. */
export function moscowTime(iso: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Moscow', timeStyle: 'short' }).format(
    new Date(iso),
  );
}

/** Today's calendar day in Moscow, `YYYY-MM-DD`. */
export function moscowToday(now: Date = new Date()): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Moscow' }).format(now);
}
