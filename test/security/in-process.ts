import { afterAll } from 'vitest';
import { portfolioItem, portfolioSortKey } from '../../shared/operator/portfolio-record.ts';
import { httpEvent } from '../invoke.ts';
import { putEveryItem, restoreItems } from '../samples/every-item.ts';
import { invokeHttp, setEnvironment } from '../samples/in-process.ts';
import { recordWrites } from '../samples/recorded-writes.ts';
import { startOutside } from '../samples/outside.ts';
import { openTable } from '../table.ts';
import type { Setting } from './setting.ts';

const endings: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const end of endings) await end();
});

/** The functions themselves, each by its `main.ts`, over a table in a real engine. */
export async function openInProcess(): Promise<Setting> {
  const table = await openTable();
  const outside = await startOutside();
  endings.push(() => outside.close());
  await setEnvironment(table, outside);
  const writes = recordWrites();
  await putEveryItem(table);
  writes.forget();
  return {
    restore: async () => {
      await restoreItems(table, writes.keys());
      if (writes.hasChangedAccounts()) outside.restore();
      writes.forget();
    },
    assign: ({ sub }, operatorIds) =>
      table.put({ pk: `USER#${sub}`, sk: portfolioSortKey, ...portfolioItem(operatorIds) }),
    send: async (
      person,
      { capability, routeId, route },
      { method, path, query = {}, headers = {}, body },
    ) => {
      const parts = { query, headers, ...(body === undefined ? {} : { body }) };
      const event = httpEvent({ [routeId]: route }, person, `${method} ${path}`, parts);
      if (event === undefined) return { status: 404, headers: {}, text: '{"message":"Not Found"}' };
      const answer = await invokeHttp(capability, {
        ...event,
        headers: Object.fromEntries(
          Object.entries(event.headers).filter(([name]) => name !== 'x-origin-verify'),
        ),
      });
      const sent = Object.entries(answer.headers ?? {}).map(([name, value]) => [name, String(value)]);
      return {
        status: answer.statusCode ?? 0,
        headers: Object.fromEntries(sent) as Record<string, string>,
        text: answer.body ?? '',
      };
    },
  };
}
