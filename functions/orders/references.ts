import type { OfferingRecord } from '../../shared/offering/offering-record.ts';
import type { ProductRecord } from '../../shared/product/product-record.ts';
import type { OrderItemRequest } from './order-request.ts';

/** The offerings and services that an order refers to, as far as they exist and are the operator's own. */
export interface References {
  readonly offerings: ReadonlyMap<string, OfferingRecord>;
  /** By the id in the API. */
  readonly products: ReadonlyMap<string, ProductRecord>;
}

/** Offerings that items refer to. */
export function offeringIdsOf(items: readonly OrderItemRequest[]): readonly string[] {
  return [...new Set(items.flatMap(({ productOffering }) => productOffering?.id ?? []))];
}

/** Services that items refer to, by their ids in the API. */
export function productIdsOf(items: readonly OrderItemRequest[]): readonly string[] {
  return [...new Set(items.flatMap(({ action, product }) => (action === 'add' ? [] : (product?.id ?? []))))];
}

/** Services that are changed without naming their offering, which therefore has to be looked up. */
export function productsWithoutOffering(items: readonly OrderItemRequest[]): readonly string[] {
  return productIdsOf(
    items.filter(({ action, productOffering }) => action === 'modify' && productOffering === undefined),
  );
}
