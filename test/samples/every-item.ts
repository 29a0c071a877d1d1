import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { operatorSortKey } from '../../shared/operator/operator-key.ts';
import { invitationKey } from '../../functions/people/invitation-record.ts';
import { Partition } from '../../shared/table/partition.ts';
import type { TestTable } from '../table.ts';
import { mailedBySamples } from './accounts-world.ts';
import { applicationItems } from './applications-world.ts';
import { catalogItems } from './catalog-world.ts';
import { noticeItems } from './notices-world.ts';
import { orderItems } from './orders-world.ts';
import { reviewItems } from './review-world.ts';
import { peopleItems } from './people-world.ts';
import { serviceItems } from './services-world.ts';
import { ownOperator, people } from './world.ts';

/** Everything that is there when a sample is sent, as items of the table. */
export const everyItem: readonly Readonly<Record<string, unknown>>[] = [
  ...people,
  ...catalogItems,
  ...orderItems,
  ...serviceItems,
  ...peopleItems,
  ...reviewItems,
  ...applicationItems,
  ...noticeItems,
];

const own = Partition.ofAccess({ side: 'operator', operatorId: ownOperator, roles: [] }, '');

/** What samples make under a name that only they have, so that they can do it again, and at once. */
export const madeBySamples = [
  { pk: 'OP#omsklink', sk: operatorSortKey },
  { pk: 'CARRIER', sk: 'TAXPAYER#5500000079' },
  ...mailedBySamples.map((email) => ({ pk: own.key, sk: invitationKey(own, email).sortKey })),
];

/** Items that one call writes at most. */
const batchSize = 25;

/** Makes everything what it was in the beginning. */
export async function putEveryItem({ documents, name }: TestTable): Promise<void> {
  const starts = Array.from(
    { length: Math.ceil(everyItem.length / batchSize) },
    (_, index) => index * batchSize,
  );
  const removals = madeBySamples.map((Key) => ({ DeleteRequest: { Key } }));
  await Promise.all([
    documents.send(new BatchWriteCommand({ RequestItems: { [name]: removals } })),
    ...starts.map((start) => {
      const items = everyItem.slice(start, start + batchSize);
      const requests = items.map((Item) => ({ PutRequest: { Item } }));
      return documents.send(new BatchWriteCommand({ RequestItems: { [name]: requests } }));
    }),
  ]);
}
