import { invalidRequest } from '../../shared/errors.ts';
import type { Text } from '../../shared/text.ts';
import type { NoticeRecord } from './notice-record.ts';

const day = 24 * 60 * 60 * 1000;

/** Maximum days that a notice is active: anything longer belongs on a page. */
const maxPeriodDays = 90;

/** The same in milliseconds. */
export const maxPeriodMilliseconds = maxPeriodDays * day;

/**
 * The period in which a notice is active, in UTC; starts now by default.
 *
 * @throws CabinetError `invalidRequest` if it has already ended, ends before it starts, or is too long
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
  beforeStart: { ru: 'Должно быть позже начала (startDateTime)', en: 'Must be later than startDateTime' },
  past: { ru: 'Должно быть в будущем', en: 'Must be in the future' },
  tooLong: {
    ru: `Не позже чем через ${maxPeriodDays} дней после начала (startDateTime)`,
    en: `At most ${maxPeriodDays} days after the beginning (startDateTime)`,
  },
} as const;
