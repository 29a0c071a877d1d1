import { encodeItem, type StoredItem } from '../../shared/table/item.ts';
import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** What DynamoDB takes at once. */
const atOnce = 25;

/** Puts items past the stores. */
export async function putItems(
  documents: DynamoDBDocumentClient,
  table: string,
  items: readonly StoredItem[],
): Promise<void> {
  for (let first = 0; first < items.length; first += atOnce) {
    const requests = items
      .slice(first, first + atOnce)
      .map((item) => ({ PutRequest: { Item: encodeItem(item) } }));
    const { UnprocessedItems = {} } = await documents.send(
      new BatchWriteCommand({ RequestItems: { [table]: requests } }),
    );
    if (Object.keys(UnprocessedItems).length > 0) throw new Error(`The engine left items of ${table} undone`);
  }
}
