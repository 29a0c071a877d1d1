import { describe, expect, it } from 'vitest';
import { noticeFieldsOf, noticeOf } from '../../../../../web/src/features/notices/notice-fields.ts';
import type { ManagedNotice } from '../../../../../web/src/entities/notice/notice-queries.ts';

const kept = {
  kind: 'works',
  title: { ru: 'Работы', en: 'Works' },
  text: { ru: 'Ночью.', en: 'At night.' },
  validFor: { startDateTime: '2026-03-01T21:30:12.345Z', endDateTime: '2026-03-03T02:00:00.000Z' },
} as ManagedNotice;

describe('the fields of a notice', () => {
  it('say its moments as the clock in Moscow does, and mean the same when they are sent', () => {
    const fields = noticeFieldsOf(kept);
    expect([fields.start, fields.end]).toEqual([
      { day: '2026-03-02', time: '00:30' },
      { day: '2026-03-03', time: '05:00' },
    ]);
    expect(noticeOf(fields)).toEqual({
      kind: 'works',
      title: kept.title,
      text: kept.text,
      validFor: { startDateTime: '2026-03-02T00:30:00+03:00', endDateTime: '2026-03-03T05:00:00+03:00' },
    });
  });

  it('say no beginning where none was typed, and the beginning of the day where no time was', () => {
    const fields = { ...noticeFieldsOf(undefined), end: { day: '2026-03-03', time: '05:00' } };
    expect(noticeOf(fields).validFor).toEqual({ endDateTime: '2026-03-03T05:00:00+03:00' });
    const begun = { ...fields, start: { day: '2026-03-01', time: '' } };
    expect(noticeOf(begun).validFor).toMatchObject({ startDateTime: '2026-03-01T00:00:00+03:00' });
  });
});
