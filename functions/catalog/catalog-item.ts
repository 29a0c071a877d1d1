import { offeringKey } from '../../shared/offering/offering-record.ts';
import { Partition } from '../../shared/table/partition.ts';
import type { ItemKey, VersionedItem } from '../../shared/table/table.ts';
import type { LifecycleStatus, ResourceName } from './contract/entity.ts';
import type { EntityRecord } from './records.ts';

const entities: Readonly<Record<ResourceName, string>> = {
  catalog: 'CATALOG',
  category: 'CATEGORY',
  productSpecification: 'SPECIFICATION',
  productOffering: 'OFFERING',
  productOfferingPrice: 'PRICE',
};

/** Where a resource of the catalogue stands. */
export function catalogKey(name: ResourceName, id: string): ItemKey {
  if (name === 'productOffering') return offeringKey(id);
  return { partition: Partition.ofCarrier(), sortKey: `${entities[name]}#${id}` };
}

/** A record with the attributes that its lists read. */
export function catalogItem(name: ResourceName, record: EntityRecord): VersionedItem {
  const sort = sortOf(record);
  return {
    ...record,
    statePartition: partitionOfStatus(name, record.lifecycleStatus),
    stateSort: sort,
    referencePartition: partitionOfAll(name),
    referenceSort: sort,
  };
}

/** Index partition of everything of one sort. */
export function partitionOfAll(name: ResourceName): string {
  return `${Partition.ofCarrier().key}#${entities[name]}`;
}

/** Index partition of what has one status. */
export function partitionOfStatus(name: ResourceName, status: LifecycleStatus): string {
  return `${partitionOfAll(name)}#${status}`;
}

/** Order of a list: by the last change, and by id where two changed at the same moment. */
function sortOf({ lastUpdate, id }: EntityRecord): string {
  return `${lastUpdate}#${id}`;
}
