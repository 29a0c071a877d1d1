import { CabinetError } from '../../shared/errors.ts';
import type { ProductRecord, ProductStatus } from '../../shared/product/product-record.ts';

/** What the carrier can make of a service without an order: suspend it and resume it. */
const transitions: Partial<Readonly<Record<ProductStatus, readonly ProductStatus[]>>> = {
  active: ['suspended'],
  suspended: ['active'],
};

/**
 * The service in its next status. An open order does not stand in the way: it names the service by its item, and not
 * by the version or the status that it once read (docs/adr/0037).
 *
 * @throws CabinetError `transitionForbidden`, with the statuses that are allowed
 */
export function changeStatus(product: ProductRecord, status: ProductStatus): ProductRecord {
  const allowed = transitions[product.status] ?? [];
  if (!allowed.includes(status)) throw new CabinetError('transitionForbidden', { allowed });
  return { ...product, status, version: product.version + 1 };
}
