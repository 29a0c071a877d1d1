const storageKey = 'cabinet-last-visit';
/** Coming back within this time is the same visit, in milliseconds. */
const oneVisit = 30 * 60_000;

/**
 * Notes that the reader is here now.
 *
 * @returns when the reader was here before this visit, ISO 8601; nothing at the first one
 */
export function rememberVisit(now: Date = new Date()): string | undefined {
  const [previous, latest] = (localStorage.getItem(storageKey) ?? '').split(' ');
  const isSameVisit = latest !== undefined && now.getTime() - new Date(latest).getTime() < oneVisit;
  const before = isSameVisit ? previous : latest;
  localStorage.setItem(storageKey, `${before ?? ''} ${now.toISOString()}`);
  return before === undefined || before === '' ? undefined : before;
}
