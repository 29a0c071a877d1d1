import { noticeItem, noticeKey, type NoticeRecord } from '../../functions/notices/notice-record.ts';
import { personOf, ulidOf } from './world.ts';

/** A notice that is in force. */
export const noticeId = ulidOf('N1');

const day = 24 * 60 * 60 * 1000;

/** Days from now, for dates that have to be in force. */
const inDays = (days: number) => new Date(Date.now() + days * day).toISOString();

const { sub } = personOf('carrier-administrator');

function noticeOf(id: string, startDateTime: string, endDateTime: string): NoticeRecord {
  return {
    schemaVersion: 1,
    version: 1,
    id,
    kind: 'works',
    title: { ru: 'Плановые работы на узле М9', en: 'Planned works at the M9 node' },
    text: { ru: 'Возможны перерывы до 15 минут.', en: 'Interruptions of up to 15 minutes are possible.' },
    validFor: { startDateTime, endDateTime },
    owner: sub,
    createdAt: startDateTime,
    changedBy: sub,
    changedAt: startDateTime,
  };
}

/** Notices in force, planned and past, as items of the table. */
export const noticeItems = [
  noticeOf(noticeId, inDays(-1), inDays(30)),
  noticeOf(ulidOf('N2'), inDays(10), inDays(20)),
  noticeOf(ulidOf('N3'), inDays(-20), inDays(-10)),
].map((record) => {
  const { partition, sortKey } = noticeKey(record.id);
  return { pk: partition.key, sk: sortKey, ...noticeItem(record) };
});
