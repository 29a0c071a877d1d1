import { CabinetError } from '../../shared/errors.ts';
import {
  offeringKey,
  type OfferingRecord,
  offeringRecordSchema,
} from '../../shared/offering/offering-record.ts';
import { productKey, type ProductRecord, productRecordSchema } from '../../shared/product/product-record.ts';
import { tableDefinition } from '../../shared/table/definition.ts';
import { formatEntityId, parseEntityId } from '../../shared/table/entity-id.ts';
import type { Partition } from '../../shared/table/partition.ts';
import type { StoredItem } from '../../shared/table/item.ts';
import type { ItemKey, Table } from '../../shared/table/table.ts';
import { type References, offeringIdsOf, productIdsOf, productsWithoutOffering } from './references.ts';
import type { OrderItemRequest } from './order-request.ts';

/** The operator whose services can be referred to, and their keys. */
interface Owner {
  readonly operatorId: string;
  readonly partition: Partition;
}

/** Keys of what the items of an order refer to. Only a change that does not name its offering requires a read. */
export async function keysOfReferences(
  table: Table,
  { operatorId, partition }: Owner,
  items: readonly OrderItemRequest[],
): Promise<readonly ItemKey[]> {
  const keysOf = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const ulid = ulidOf(operatorId, id);
      return ulid === undefined ? [] : [productKey(partition, ulid)];
    });
  const unnamed = keysOf(productsWithoutOffering(items));
  const owners = unnamed.length === 0 ? referencesOf([]) : referencesOf(await table.getMany(unnamed));
  const offeringIds = [...owners.products.values()].map(({ offering }) => offering.id);
  return [
    ...[...new Set([...offeringIdsOf(items), ...offeringIds])].map((id) => offeringKey(id)),
    ...keysOf(productIdsOf(items)),
  ];
}

/** Sorts what was read into offerings and services, by key. */
export function referencesOf(items: readonly (StoredItem | undefined)[]): References {
  const offerings = new Map<string, OfferingRecord>();
  const products = new Map<string, ProductRecord>();
  for (const item of items) {
    if (item === undefined) continue;
    if (String(item[tableDefinition.sortKey]).startsWith(offeringKey('').sortKey)) {
      const offering = offeringRecordSchema.parse(item);
      offerings.set(offering.id, offering);
    } else {
      const product = productRecordSchema.parse(item);
      products.set(formatEntityId(product), product);
    }
  }
  return { offerings, products };
}

/** Resolves an id to one of the operator's own services; another operator's does not exist here. */
function ulidOf(operatorId: string, id: string): string | undefined {
  try {
    const parsed = parseEntityId(id);
    return parsed.operatorId === operatorId ? parsed.ulid : undefined;
  } catch (error) {
    if (error instanceof CabinetError) return undefined;
    throw error;
  }
}
