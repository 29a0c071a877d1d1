import { invalidRequest } from '../../shared/errors.ts';
import type { Text } from '../../shared/text.ts';
import type { NoticeRecord } from './notice-record.ts';

const day = 24 * 60 * 60 * 1000;

/** Days that a notice is in force at most: whatever lasts longer is no notice but a page. */
const maxPeriodDays = 90;

/** The same in milliseconds. */
export const maxPeriodMilliseconds = maxPeriodDays * day;

/**
 * When a notice is in force, in UTC: from now on where it does not say.
 *
 * @throws CabinetError `invalidRequest` where it would be over already, end before it begins, or last too long
 */
export function periodOf(
  {
    startDateTime,
    endDateTime,
  }: { readonly startDateTime?: string | undefined; readonly endDateTime: string },
  now: Date,
): NoticeRecord['validFor'] {
  const start = startDateTime === undefined ? now : new Date(startDateTime);
  const end = new Date(endDateTime);
  const wrong = problemOf(start.getTime(), end.getTime(), now.getTime());
  if (wrong !== undefined) throw invalidRequest([{ pointer: '/validFor/endDateTime', message: wrong }]);
  return { startDateTime: start.toISOString(), endDateTime: end.toISOString() };
}

function problemOf(start: number, end: number, now: number): Text | undefined {
  if (end <= start) return words.beforeStart;
  if (end <= now) return words.past;
  return end - start > maxPeriodMilliseconds ? words.tooLong : undefined;
}

const words = {
  beforeStart: { ru: 'Позже начала (startDateTime)', en: 'Later than the beginning (startDateTime)' },
  past: { ru: 'В будущем', en: 'In the future' },
  tooLong: {
    ru: `Не позже чем через ${maxPeriodDays} дней после начала (startDateTime)`,
    en: `At most ${maxPeriodDays} days after the beginning (startDateTime)`,
  },
} as const;
