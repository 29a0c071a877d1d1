/** The end of a calendar day in Moscow (UTC+3, without summer time since 2014). */
export function endOfMoscowDay(day: string): string {
  return `${day}T23:59:00+03:00`;
}

/** The beginning of a calendar day in Moscow. */
export function startOfMoscowDay(day: string): string {
  return `${day}T00:00:00+03:00`;
}

/** Today's calendar day in Moscow, `YYYY-MM-DD`. */
export function moscowToday(now: Date = new Date()): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Moscow' }).format(now);
}
