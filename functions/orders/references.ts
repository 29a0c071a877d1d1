import type { OfferingRecord } from '../../shared/offering/offering-record.ts';
import type { ProductRecord } from '../../shared/product/product-record.ts';
import type { OrderItemRequest } from './order-request.ts';

/** What an order names, as far as it exists and is the operator's own. */
export interface References {
  readonly offerings: ReadonlyMap<string, OfferingRecord>;
  /** By the id on the wire. */
  readonly products: ReadonlyMap<string, ProductRecord>;
}

/** Offerings that items name. */
export function offeringIdsOf(items: readonly OrderItemRequest[]): readonly string[] {
  return [...new Set(items.flatMap(({ productOffering }) => productOffering?.id ?? []))];
}

/** Services that items name, by their ids on the wire. */
export function productIdsOf(items: readonly OrderItemRequest[]): readonly string[] {
  return [...new Set(items.flatMap(({ action, product }) => (action === 'add' ? [] : (product?.id ?? []))))];
}

/** Services whose offering has to be looked up in them, since a change of theirs does not name it. */
export function productsWithoutOffering(items: readonly OrderItemRequest[]): readonly string[] {
  return productIdsOf(
    items.filter(({ action, productOffering }) => action === 'modify' && productOffering === undefined),
  );
}
