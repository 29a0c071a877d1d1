const storageKey = 'cabinet-last-visit';
/** Returning within this time belongs to the same visit, in milliseconds. */
const oneVisit = 30 * 60_000;

/**
 * Records the current visit.
 *
 * @returns time of the previous visit, ISO 8601; undefined at the first one
 */
export function rememberVisit(now: Date = new Date()): string | undefined {
  const [previous, latest] = (localStorage.getItem(storageKey) ?? '').split(' ');
  const isSameVisit = latest !== undefined && now.getTime() - new Date(latest).getTime() < oneVisit;
  const before = isSameVisit ? previous : latest;
  localStorage.setItem(storageKey, `${before ?? ''} ${now.toISOString()}`);
  return before === undefined || before === '' ? undefined : before;
}
