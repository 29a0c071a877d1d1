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

/** Primary key of a catalogue resource. */
export function catalogKey(name: ResourceName, id: string): ItemKey {
  if (name === 'productOffering') return offeringKey(id);
  return { partition: Partition.ofCarrier(), sortKey: `${entities[name]}#${id}` };
}

/** A record with the index attributes of its lists. */
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

/** Index partition of all resources of one kind. */
export function partitionOfAll(name: ResourceName): string {
  return `${Partition.ofCarrier().key}#${entities[name]}`;
}

/** Index partition of the resources in one status. */
export function partitionOfStatus(name: ResourceName, status: LifecycleStatus): string {
  return `${partitionOfAll(name)}#${status}`;
}

/** Sort order of a list: by last change, then by id. */
function sortOf({ lastUpdate, id }: EntityRecord): string {
  return `${lastUpdate}#${id}`;
}
