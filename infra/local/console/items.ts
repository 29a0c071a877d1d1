import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { html, json, link, page, table, type Html } from './html.ts';
import type { ReadItem } from '../boot/application.ts';
import type { Sources } from './sources.ts';

const itemsPerPage = 50;

const keySchema = z.record(z.string(), z.union([z.string(), z.number()]));

/** Items of a table, unordered, from the key in `start`; undefined when there is no such table. */
export async function showItems(
  { table: client, tableNames, readItem = (attributes) => attributes }: Sources,
  name: string,
  start: string | null,
): Promise<Html | undefined> {
  if (!tableNames.includes(name)) return undefined;
  const { Items = [], LastEvaluatedKey } = await client.send(
    new ScanCommand({
      TableName: name,
      Limit: itemsPerPage,
      ExclusiveStartKey: start === null ? undefined : keySchema.parse(JSON.parse(start)),
    }),
  );
  const next = LastEvaluatedKey && `?start=${encodeURIComponent(JSON.stringify(LastEvaluatedKey))}`;
  return page(
    name,
    html`${table(
        ['Item'],
        Items.map((item) => [json(show(item, readItem))]),
      )}
      <p>${next === undefined ? undefined : link(next, 'More')}</p>`,
  );
}

/** An item that cannot be read, such as one that was written by hand, is shown as it is. */
function show(attributes: Readonly<Record<string, unknown>>, readItem: ReadItem): unknown {
  try {
    return readItem(attributes);
  } catch {
    return attributes;
  }
}
