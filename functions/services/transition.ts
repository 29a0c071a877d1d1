import { CabinetError } from '../../shared/errors.ts';
import type { ProductRecord, ProductStatus } from '../../shared/product/product-record.ts';

/** What the carrier can make of a service without an order: suspend it and resume it. */
const transitions: Partial<Readonly<Record<ProductStatus, readonly ProductStatus[]>>> = {
  active: ['suspended'],
  suspended: ['active'],
};

/**
 * The service in its next status.
 *
 * @throws CabinetError `transitionForbidden`, with the statuses that are allowed
 */
export function changeStatus(product: ProductRecord, status: ProductStatus): ProductRecord {
  const allowed = transitions[product.status] ?? [];
  if (!allowed.includes(status)) throw new CabinetError('transitionForbidden', { allowed });
  return { ...product, status, version: product.version + 1 };
}
