import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { everyItem, madeBySamples } from '../samples/every-item.ts';

/** What DynamoDB takes at once. */
const atOnce = 25;

/** Puts items past the stores. */
export async function putItems(
  documents: DynamoDBDocumentClient,
  table: string,
  items: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  for (let first = 0; first < items.length; first += atOnce) {
    const requests = items.slice(first, first + atOnce).map((Item) => ({ PutRequest: { Item } }));
    const { UnprocessedItems = {} } = await documents.send(
      new BatchWriteCommand({ RequestItems: { [table]: requests } }),
    );
    if (Object.keys(UnprocessedItems).length > 0) throw new Error(`The engine left items of ${table} undone`);
  }
}

/** Puts the world of the samples, or puts it back. */
export async function putEveryItem(documents: DynamoDBDocumentClient, table: string): Promise<void> {
  await putItems(documents, table, everyItem);
  const removals = madeBySamples.map((Key) => ({ DeleteRequest: { Key } }));
  await documents.send(new BatchWriteCommand({ RequestItems: { [table]: removals } }));
}
