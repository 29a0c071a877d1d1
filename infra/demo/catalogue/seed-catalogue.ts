import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { catalogItem, catalogKey } from '../../../functions/catalog/catalog-item.ts';
import type { ResourceName } from '../../../functions/catalog/contract/entity.ts';
import type { EntityRecord } from '../../../functions/catalog/records.ts';
import { encodeItem } from '../../../shared/table/item.ts';
import { tableDefinition } from '../../../shared/table/definition.ts';
import type { SeedContext } from '../../local/boot/seed-context.ts';
import { stock } from './stock.ts';

/** Maximum number of items in one DynamoDB batch. */
const batchSize = 25;

/** Writes the demo's stock, replacing what is there. */
export async function seedCatalogue({
  clients,
  tableName,
}: Pick<SeedContext, 'clients' | 'tableName'>): Promise<void> {
  const puts = [
    ...putsOf('catalog', stock.catalog),
    ...putsOf('category', stock.category),
    ...putsOf('productSpecification', stock.productSpecification),
    ...putsOf('productOfferingPrice', stock.productOfferingPrice),
    ...putsOf('productOffering', stock.productOffering),
  ];
  for (let start = 0; start < puts.length; start += batchSize) {
    const batch = puts.slice(start, start + batchSize);
    const { UnprocessedItems } = await clients.table.send(
      new BatchWriteCommand({ RequestItems: { [tableName]: batch } }),
    );
    if (Object.keys(UnprocessedItems ?? {}).length > 0)
      throw new Error('The table did not take the catalogue');
  }
}

function putsOf(name: ResourceName, records: readonly EntityRecord[]) {
  return records.map((record) => {
    const { partition, sortKey } = catalogKey(name, record.id);
    const key = { [tableDefinition.partitionKey]: partition.key, [tableDefinition.sortKey]: sortKey };
    return { PutRequest: { Item: encodeItem({ ...catalogItem(name, record), ...key }) } };
  });
}
