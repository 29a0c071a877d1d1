import { CabinetError } from '../../shared/errors.ts';
import type { NoticeRecord } from './notice-record.ts';

/** Where a notice is; only time and a withdrawal move it. */
export const noticeStates = ['planned', 'inForce', 'past', 'withdrawn'] as const;

type NoticeState = (typeof noticeStates)[number];

/** Where a notice is at a moment. */
export function stateOf(
  { validFor, withdrawnAt }: Pick<NoticeRecord, 'validFor' | 'withdrawnAt'>,
  now: Date,
): NoticeState {
  if (withdrawnAt !== undefined) return 'withdrawn';
  if (Date.parse(validFor.endDateTime) <= now.getTime()) return 'past';
  return Date.parse(validFor.startDateTime) <= now.getTime() ? 'inForce' : 'planned';
}

/**
 * Checks that a notice is not over: what was read stays as it was read.
 *
 * @throws CabinetError `changeForbidden`
 */
export function checkNotOver(record: NoticeRecord, now: Date): void {
  const state = stateOf(record, now);
  if (state === 'planned' || state === 'inForce') return;
  throw new CabinetError('changeForbidden', {
    message: {
      ru: 'Объявление уже не действует и больше не меняется: создайте новое',
      en: 'The notice is over and no longer changes: make a new one',
    },
  });
}

/** Order of what is in force: important ones first, then the newest. */
export function byImportance(left: NoticeRecord, right: NoticeRecord): number {
  const isImportant = ({ kind }: NoticeRecord) => (kind === 'important' ? 0 : 1);
  const newer = ({ validFor, id }: NoticeRecord) => `${validFor.startDateTime}#${id}`;
  return isImportant(left) - isImportant(right) || (newer(left) < newer(right) ? 1 : -1);
}
