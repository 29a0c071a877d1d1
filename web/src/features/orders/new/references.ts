import type { Ok } from '../../../api/contract.ts';
import type { ItemDraft } from './draft.ts';

export type Offering = Ok<'/tmf-api/productCatalogManagement/v4/productOffering/{id}'>;
export type CharacteristicUse = Offering['prodSpecCharValueUse'][number];
export type Service = Ok<'/tmf-api/productInventory/v4/product/{id}'>;

/** The services and offerings of an order's items that have been loaded. */
export interface References {
  readonly offerings: ReadonlyMap<string, Offering>;
  readonly services: ReadonlyMap<string, Service>;
}

/** The service that an item changes or disconnects. */
export function serviceOf(item: ItemDraft, { services }: References): Service | undefined {
  return item.action === 'add' ? undefined : services.get(item.productId);
}

/** The offering of an item's service. */
export function offeringOf(item: ItemDraft, known: References): Offering | undefined {
  const id = item.action === 'add' ? item.offeringId : serviceOf(item, known)?.productOffering.id;
  return id === undefined ? undefined : known.offerings.get(id);
}
