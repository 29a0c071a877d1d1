import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { TestTable } from '../table.ts';
import { applicationItems } from './applications-world.ts';
import { catalogItems } from './catalog-world.ts';
import { orderItems } from './orders-world.ts';
import { reviewItems } from './review-world.ts';
import { peopleItems } from './people-world.ts';
import { serviceItems } from './services-world.ts';
import { people } from './world.ts';

/** Everything that is there when a sample is sent, as items of the table. */
export const everyItem: readonly Readonly<Record<string, unknown>>[] = [
  ...people,
  ...catalogItems,
  ...orderItems,
  ...serviceItems,
  ...peopleItems,
  ...reviewItems,
  ...applicationItems,
];

/** Items that one call writes at most. */
const batchSize = 25;

/** Makes everything what it was in the beginning. */
export async function putEveryItem({ documents, name }: TestTable): Promise<void> {
  const starts = Array.from(
    { length: Math.ceil(everyItem.length / batchSize) },
    (_, index) => index * batchSize,
  );
  await Promise.all(
    starts.map((start) => {
      const items = everyItem.slice(start, start + batchSize);
      const requests = items.map((Item) => ({ PutRequest: { Item } }));
      return documents.send(new BatchWriteCommand({ RequestItems: { [name]: requests } }));
    }),
  );
}
