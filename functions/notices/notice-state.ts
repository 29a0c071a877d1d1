import { CabinetError } from '../../shared/errors.ts';
import type { NoticeRecord } from './notice-record.ts';

/** State of a notice; only time and a withdrawal change it. */
export const noticeStates = ['planned', 'inForce', 'past', 'withdrawn'] as const;

type NoticeState = (typeof noticeStates)[number];

/** State of a notice at a given time. */
export function stateOf(
  { validFor, withdrawnAt }: Pick<NoticeRecord, 'validFor' | 'withdrawnAt'>,
  now: Date,
): NoticeState {
  if (withdrawnAt !== undefined) return 'withdrawn';
  if (Date.parse(validFor.endDateTime) <= now.getTime()) return 'past';
  return Date.parse(validFor.startDateTime) <= now.getTime() ? 'inForce' : 'planned';
}

/**
 * Checks that a notice has not ended: what people have read must not change afterwards.
 *
 * @throws CabinetError `changeForbidden`
 */
export function checkNotOver(record: NoticeRecord, now: Date): void {
  const state = stateOf(record, now);
  if (state === 'planned' || state === 'inForce') return;
  throw new CabinetError('changeForbidden', {
    message: {
      ru: 'Объявление больше не действует, изменить его нельзя: создайте новое',
      en: 'The notice is no longer in force and cannot be changed: create a new one',
    },
  });
}

/** Order of active notices: important ones first, then the newest. */
export function byImportance(left: NoticeRecord, right: NoticeRecord): number {
  const isImportant = ({ kind }: NoticeRecord) => (kind === 'important' ? 0 : 1);
  const newer = ({ validFor, id }: NoticeRecord) => `${validFor.startDateTime}#${id}`;
  return isImportant(left) - isImportant(right) || (newer(left) < newer(right) ? 1 : -1);
}
