import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { noticeItem, noticeKey, type NoticeRecord } from '../../functions/notices/notice-record.ts';
import { encodeItem } from '../../shared/table/item.ts';
import { tableDefinition } from '../../shared/table/definition.ts';
import { createIds } from '../../shared/table/ids.ts';
import type { Text } from '../../shared/text.ts';
import { addDays, moscowDayOf } from '../../shared/time/moscow-day.ts';
import type { SeedContext } from '../local/boot/seed-context.ts';

/** Creates the demo's notices: works in the coming week, and next month's price list. */
export async function seedNotices(
  context: Pick<SeedContext, 'clients' | 'tableName' | 'now'>,
  owner: string,
): Promise<void> {
  const now = context.now();
  const ids = createIds(() => now);
  for (const draft of demoNotices(now)) {
    const at = now.toISOString();
    const written = { owner, createdAt: at, changedBy: owner, changedAt: at };
    const record: NoticeRecord = { schemaVersion: 1, version: 1, id: ids(), ...draft, ...written };
    const { partition, sortKey } = noticeKey(record.id);
    const key = { [tableDefinition.partitionKey]: partition.key, [tableDefinition.sortKey]: sortKey };
    await context.clients.table.send(
      new PutCommand({ TableName: context.tableName, Item: encodeItem({ ...noticeItem(record), ...key }) }),
    );
  }
}

function demoNotices(now: Date): Pick<NoticeRecord, 'kind' | 'title' | 'text' | 'validFor'>[] {
  const today = moscowDayOf(now);
  const night = addDays(today, 5);
  const works = onDay(night);
  const startDateTime = now.toISOString();
  // The first day of the next month that begins at least a week from now.
  const prices = `${addDays(`${addDays(today, 7).slice(0, 7)}-01`, 31).slice(0, 7)}-01`;
  const from = onDay(prices);
  return [
    {
      kind: 'information',
      title: { ru: 'Новый прейскурант на порты доступа', en: 'New price list of access ports' },
      text: {
        ru: `Действует с ${from.ru}. Цены заказанных до этого дня услуг не изменятся.`,
        en: `In force from ${from.en}. Services that were ordered before keep their prices.`,
      },
      validFor: { startDateTime, endDateTime: new Date(`${prices}T00:00:00+03:00`).toISOString() },
    },
    {
      kind: 'works',
      title: { ru: 'Плановые работы на узле М9', en: 'Planned works at the M9 node' },
      text: {
        ru: `${works.ru}, с 02:00 до 05:00 по московскому времени, возможны перерывы связи до 15 минут в точке присоединения «Москва, М9». Заявки принимаются как обычно.`,
        en: `On ${works.en}, from 02:00 to 05:00 Moscow time, interruptions of up to 15 minutes are possible at the point of interconnection “Moscow, M9”. Orders are taken as usual.`,
      },
      validFor: { startDateTime, endDateTime: new Date(`${night}T05:00:00+03:00`).toISOString() },
    },
  ];
}

/** A calendar day in words: `3 декабря`, `3 December`. */
function onDay(day: string): Text {
  const say = (locale: string) =>
    new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
      new Date(`${day}T00:00:00Z`),
    );
  return { ru: say('ru-RU'), en: say('en-GB') };
}
