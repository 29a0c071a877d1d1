import { type Bilingual, blank } from '../../kit/form/bilingual.ts';
import { moscowMoment, moscowTime, moscowToday } from '../../kit/format/moscow-day.ts';
import type { ManagedNotice } from '../../entities/notice/notice-queries.ts';

/** A moment as it is typed, in Moscow time: `2026-01-31` and `09:00`; blank if there is none. */
export interface Moment {
  readonly day: string;
  readonly time: string;
}

/** Values of a notice's fields. */
export interface NoticeFields {
  readonly kind: ManagedNotice['kind'];
  readonly title: Bilingual;
  readonly text: Bilingual;
  /** Blank: from now on. */
  readonly start: Moment;
  readonly end: Moment;
}

/** The fields of an existing notice, or blank ones for a new one. */
export function noticeFieldsOf(notice: ManagedNotice | undefined): NoticeFields {
  if (notice === undefined) {
    const none = { day: '', time: '' };
    return { kind: 'information', title: blank, text: blank, start: none, end: none };
  }
  const { kind, title, text, validFor } = notice;
  return {
    kind,
    title,
    text,
    start: momentOf(validFor.startDateTime),
    end: momentOf(validFor.endDateTime),
  };
}

function momentOf(iso: string): Moment {
  return { day: moscowToday(new Date(iso)), time: moscowTime(iso) };
}

/** The fields as the API takes them; a notice without a start begins now. */
export function noticeOf({ kind, title, text, start, end }: NoticeFields) {
  const trimmed = ({ ru, en }: Bilingual) => ({ ru: ru.trim(), en: en.trim() });
  return {
    kind,
    title: trimmed(title),
    text: trimmed(text),
    validFor: {
      ...(start.day === '' ? {} : { startDateTime: moscowMoment(start.day, start.time || '00:00') }),
      endDateTime: moscowMoment(end.day, end.time || '23:59'),
    },
  };
}
