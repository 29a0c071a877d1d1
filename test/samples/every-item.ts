import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { operatorSortKey } from '../../shared/operator/operator-key.ts';
import { invitationKey } from '../../functions/people/invitation-record.ts';
import { encodeItem } from '../../shared/table/item.ts';
import { packageScans } from '../../shared/application/package-scans.ts';
import { orderAttachments } from '../../shared/order/order-attachments.ts';
import { Partition } from '../../shared/table/partition.ts';
import { removedObjectKey } from '../../shared/uploads/removal.ts';
import type { History } from '../../shared/history/history.ts';
import { applicationHistory } from '../../shared/application/application-history.ts';
import { operatorHistory } from '../../shared/operator/operator-history.ts';
import { orderHistory } from '../../shared/order/order-history.ts';
import { productHistory } from '../../shared/product/product-history.ts';
import type { TestTable } from '../table.ts';
import type { ItemKey } from './recorded-writes.ts';
import { mailedBySamples } from './accounts-world.ts';
import { applicantWith, applicationItems, awaitedScanId, openSecret } from './applications-world.ts';
import { catalogItems } from './catalog-world.ts';
import { noticeItems } from './notices-world.ts';
import { attachmentIds, orderId, orderItems } from './orders-world.ts';
import { applicationIds, reviewItems, scanId } from './review-world.ts';
import { peopleItems } from './people-world.ts';
import { serviceItems } from './services-world.ts';
import { ownOperator, people } from './world.ts';

/** Everything that is there when a sample is sent, as items of the table. */
const everyItem: readonly Readonly<Record<string, unknown>>[] = [
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

/** The item of an operator that a sample registers. */
const registered = { pk: 'OP#omsklink', sk: operatorSortKey };

/** Events that a sample adds to a history at most. */
const maxEvents = 2;

/** Keys of the events that a sample can add to the history of a resource; none for other items. */
function nextEventsOf({ pk, sk, historySequence = 0 }: Readonly<Record<string, unknown>>): ItemKey[] {
  const [, kind = '', ulid = ''] = /^([A-Z]+#?)([^#]*)$/.exec(String(sk)) ?? [];
  const history = historyOf[kind]?.(ulid);
  if (history === undefined) return [];
  return Array.from({ length: maxEvents }, (_, index) => ({
    pk: String(pk),
    sk: history.key(Number(historySequence) + index + 1).sortKey,
  }));
}

const historyOf: Readonly<Record<string, (ulid: string) => Pick<History<never>, 'key'>>> = {
  APPLICATION: () => applicationHistory(own),
  OPERATOR: () => operatorHistory(own),
  'ORDER#': (ulid) => orderHistory(own, ulid),
  'PRODUCT#': (ulid) => productHistory(own, ulid),
};

/** Objects of the uploads that samples remove: the eraser is told of each of them. */
const removedBySamples: readonly ItemKey[] = [
  orderAttachments.objectKey(
    { operatorId: ownOperator, ulid: orderId.slice(ownOperator.length + 1) },
    attachmentIds.ofCarrier,
  ),
  packageScans.objectKey({ applicationId: applicantWith(openSecret).applicationId }, awaitedScanId),
  packageScans.objectKey({ applicationId: applicationIds.paper }, scanId),
].map((objectKey) => {
  const { partition, sortKey } = removedObjectKey({ objectKey });
  return { pk: partition.key, sk: sortKey };
});

/** What samples make under a name that only they have, so that they can do it again, and at once. */
const madeBySamples = [
  ...removedBySamples,
  registered,
  ...[...everyItem, registered].flatMap(nextEventsOf),
  { pk: 'CARRIER', sk: 'TAXPAYER#5500000079' },
  ...mailedBySamples.map((email) => ({ pk: own.key, sk: invitationKey(own, email).sortKey })),
];

/** Where the samples' world is. */
type Destination = Pick<TestTable, 'documents' | 'name'>;

/** Items that one call writes at most. */
const batchSize = 25;

const keyOf = ({ pk, sk }: Readonly<Record<string, unknown>>): ItemKey => ({
  pk: String(pk),
  sk: String(sk),
});

const itemsByKey = new Map(everyItem.map((item) => [JSON.stringify(keyOf(item)), item]));

/** Writes the samples' world into a table, and removes what samples make. */
export function putEveryItem({ documents, name }: Destination): Promise<void> {
  return restoreItems({ documents, name }, [...everyItem.map(keyOf), ...madeBySamples]);
}

/** Restores the items with these keys to what they are in the samples' world: rewritten, or removed. */
export async function restoreItems(
  { documents, name }: Destination,
  keys: readonly ItemKey[],
): Promise<void> {
  const requests = keys.map(({ pk, sk }) => {
    const Item = itemsByKey.get(JSON.stringify({ pk, sk }));
    return Item === undefined
      ? { DeleteRequest: { Key: { pk, sk } } }
      : { PutRequest: { Item: encodeItem(Item) } };
  });
  const starts = Array.from(
    { length: Math.ceil(requests.length / batchSize) },
    (_, index) => index * batchSize,
  );
  await Promise.all(
    starts.map(async (start) => {
      const batch = requests.slice(start, start + batchSize);
      const { UnprocessedItems = {} } = await documents.send(
        new BatchWriteCommand({ RequestItems: { [name]: batch } }),
      );
      if (Object.keys(UnprocessedItems).length > 0)
        throw new Error(`The engine left items of ${name} unwritten`);
    }),
  );
}
