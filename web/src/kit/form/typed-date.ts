const englishMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const yearFirst = /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/;
const dayFirst = /^(?<day>\d{1,2})[./ -](?<month>\d{1,2}|[a-z]{3,9})[./ -](?<year>\d{4})$/i;

/**
 * Reads a date as people type it: `24.12.2026`, `24/12/2026`, `24 Dec 2026`, `2026-12-24`. The date control's own
 * parser would read the day as the month.
 *
 * @returns the day as `2026-12-24`; null if it is not a date
 */
export function parseTypedDate(text: string): string | null {
  const parts = (yearFirst.exec(text.trim()) ?? dayFirst.exec(text.trim()))?.groups;
  if (parts === undefined) return null;
  const { year = '', month = '', day = '' } = parts;
  const named = englishMonths.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  const date = [year, String(named || month).padStart(2, '0'), day.padStart(2, '0')].join('-');
  const read = new Date(`${date}T00:00:00Z`);
  // `Date` turns a day that the month does not have into one of the next month.
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(date) ? date : null;
}
